// rename(Lower): a level is renamed where a test compares with it
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
