// completion: threats behind `expect no`
threat Slow: Stride.DenialOfService "Slow" { on p: process, likelihood = Low, impact = Low }
test "own" {
  process till
  expect no Sl<|>
}
