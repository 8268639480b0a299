// actions: an acceptance that has expired holds another year, or goes
process b
threat Slow: Stride.DenialOfService "Slow" { on p: process, likelihood = Low, impact = Low }
<|>accept Slow on b until 2026-01-01 { by = "me", reason = "x" }
