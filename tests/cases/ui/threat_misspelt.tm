// E0206: a decision about a misspelt threat
use std.stride
actor a
process b
flow f: a -> b over Http
dismiss CleartextTransprt on f { reason = "Loopback." }
