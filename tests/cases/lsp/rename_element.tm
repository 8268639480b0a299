// rename(backend): everywhere, across files; the decision's element keeps its old name in `was`
//- a.tm
process <|>api "API" {
  internet_facing
}
store db
//- b.tm
flow api -> db
flow named: api -> db { code = ["api"] }
threat Slow: Stride.DenialOfService "Slow" { on api, likelihood = Low, impact = Low }
accept Slow on api until 2027-01-01 { by = "me", reason = "x" }
//- tm.toml
name = "shop"
