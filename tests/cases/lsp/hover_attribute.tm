// hover: what a decision says
process a
threat Slow: Stride.DenialOfService "Slow" { on a, likelihood = Low, impact = Low }
accept Slow on a until 2027-01-01 { b<|>y = "me", reason = "x" }
