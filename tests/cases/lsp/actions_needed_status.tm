// actions(library): how far a mitigation is
threat Slow: Stride.DenialOfService "Slow" { on p: process, likelihood = Low, impact = Low, mitigated_by = [RateLimiting] }
process api
miti<|>gate Slow on api with RateLimiting
