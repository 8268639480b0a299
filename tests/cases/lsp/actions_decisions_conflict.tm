// actions: one of two decisions is kept
process b
threat Slow: Stride.DenialOfService "Slow" { on p: process, likelihood = Low, impact = Low }
dismiss Slow on b { reason = "x" }
<|>accept Slow on b until 2027-01-01 { by = "me", reason = "x" }
