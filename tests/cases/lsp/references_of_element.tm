// references: an element in flows, decisions, views and tests
process ap<|>i
store db { code = ["api"] }
flow api -> db
threat Slow: Stride.DenialOfService "Slow" { on api, likelihood = Low, impact = Low }
accept Slow on api until 2027-01-01 { by = "me", reason = "x" }
view whole { include = [api, db] }
// api in a comment is none
