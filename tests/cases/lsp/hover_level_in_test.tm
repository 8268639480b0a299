// hover: a level beside a risk is one of the matrix of the test's own model
scale Grade { Low = 40%, Top = 100% }
matrix Own: Grade Grade -> Grade {
  Low | Low Low
  Top | Low Top
}
threat Bad: Stride.Tampering "Bad" { on p: process, likelihood = Top, impact = Top }
test "own" {
  model team { matrix = Own }
  process a
  expect Bad on a
  expect inherent(a) >= <|>Low
}
