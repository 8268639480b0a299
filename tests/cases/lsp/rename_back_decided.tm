// rename(api): an element gets an earlier name back, and a decision knows it by the one it has
process gate<|>way {
  // It changed hands.
  was = ["web", "api"]
  external
}
threat Slow: Stride.DenialOfService "Slow" { on p: process, when p.external, likelihood = Low, impact = Low }
threat Slower: Stride.DenialOfService "Slow" { on f: flow, likelihood = Low, impact = Low }
accept Slow on gateway until 2027-01-01 { by = "me", reason = "x" }
actor eve
flow eve -> gateway { tags = [], was = "eve..api" }
accept Slower on eve -> gateway until 2027-01-01 { by = "me", reason = "x" }
