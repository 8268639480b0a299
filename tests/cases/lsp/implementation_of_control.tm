// implementation: where a control is applied
control Wall: process { strength = 10% }
process a { apply Wall }
boundary b {
  apply W<|>all
  process c
}
