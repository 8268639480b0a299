// E0601: a typed wildcard that matches nothing
use std.stride
actor a
process b
flow f: a -> b over Http
dismiss CleartextTransport on g: Ftp { reason = "Loopback." }
