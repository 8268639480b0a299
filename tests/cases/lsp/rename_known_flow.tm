// rename(backend): an unnamed flow that a decision knows keeps its id
process a<|>pi
store db
flow api -> db
threat Slow: Stride.DenialOfService "Slow" { on f: flow, likelihood = Low, impact = Low }
accept Slow on api -> db until 2027-01-01 { by = "me", reason = "x" }
