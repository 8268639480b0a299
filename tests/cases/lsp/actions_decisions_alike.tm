// actions: of two decisions that read alike either is kept
process b
threat Slow: Stride.DenialOfService "Slow" { on p: process, likelihood = Low, impact = Low }
accept Slow on b until 2027-01-01 { by = "me", reason = "x" }
<|>accept Slow on b until 2027-01-01 { by = "you", reason = "y" }
