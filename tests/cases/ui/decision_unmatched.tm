// E0601: a decision about a threat that is not there
use std.stride
actor a
process b
flow f: a -> b over Https
dismiss CleartextTransport on f { reason = "Loopback." }
