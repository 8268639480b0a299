// rename(Sluggish): a threat that a decision names
process a
threat Sl<|>ow: Stride.DenialOfService "Slow" { on a, likelihood = Low, impact = Low }
accept Slow on a until 2027-01-01 { by = "me", reason = "x" }
