// E0206: a misspelt type in a wildcard decision
use std.stride
actor a
process b
flow f: a -> b over Http
dismiss CleartextTransport on g: Htp { reason = "Loopback." }
