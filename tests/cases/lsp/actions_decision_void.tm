// actions: a decision that matches nothing goes
actor a
process b
flow f: a -> b over Http
threat Slow: Stride.DenialOfService "Slow" { on p: flow, when p.encrypted == true, likelihood = Low, impact = Low }
// Decided long ago.
<|>dismiss Slow on f { reason = "x" }
