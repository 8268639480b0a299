// E0601: a decision about a disabled threat
use std.stride
actor a
process b
flow f: a -> b over Http
disable std.stride.CleartextTransport { reason = "Covered by our scanner." }
dismiss CleartextTransport on f { reason = "Loopback." }
