// actions: what a decision must say and does not
threat Slow: Stride.DenialOfService "Slow" { on p: process, likelihood = Low, impact = Low }
process api
acc<|>ept Slow on api until 2027-01-01 {
  ticket = "T-1"
}
