// hover: what a risk of a test is
process a
model m { appetite = Low }
test "t" with m { expect <|>residual(a) <= Low }
