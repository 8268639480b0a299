// hover: a level beside a risk is one of the matrix of the model that the test is about
scale Grade { Low = 40%, Top = 100% }
matrix Own: Grade Grade -> Grade {
  Low | Low Low
  Top | Low Top
}
model m { matrix = Own }
process a
threat Bad: Stride.Tampering "Bad" { on p: process, likelihood = Top, impact = Top }
test "own" with m {
  expect inherent(a) >= <|>Low
}
