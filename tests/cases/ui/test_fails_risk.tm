// E0702: a risk that is higher than expected
use std.stride
model shop "Shop"
data Card { confidentiality = VeryHigh }
actor a
process b
flow f: a -> b over Http { sends = Card }
test "the risk is low" with shop { expect residual(f) <= Low }
