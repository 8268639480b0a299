// E0114, E0206, E0302, E0310, E0502, E0603: a mistake of each stage, one message each
use std.stride
process api "C:\x" { input_validaton = true }
actor a
flow f: a -> apy over Https
flow g: a -> api over Https
policy P "Login" { forbid p: process when p.authentication >= Password }
threat T: Stride.Spoofing "Title" { on h: Https, when not h.encrypted, likelihood = Low, impact = Low }
threat U: Stride.Tampering "Title" { on p: process, when not p.access_control, likelihood = Low, impact = Low }
dismiss U on api
