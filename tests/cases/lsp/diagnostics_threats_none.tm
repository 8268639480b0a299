// diagnostics(none): no threats
model m { appetite = Low }
process a
process b
flow a -> b
threat Slow: Stride.DenialOfService "Slow" {
  on p: process
  likelihood = VeryLow
  impact = VeryLow
}
threat Bad: Stride.Tampering "Bad" { on a, likelihood = VeryHigh, impact = VeryHigh }
