// E0601: a decision about all elements of a type, and one with a condition, that cover nothing
process api
process web
flow api -> web
threat Broken: Stride.Tampering "Broken" { on p: process, when p.external, likelihood = Low, impact = Low }
dismiss Broken on s: process { reason = "none" }
dismiss Broken on s: process when s.external { reason = "none" }
