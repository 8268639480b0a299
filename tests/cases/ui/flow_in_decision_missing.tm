// E0206: a decision about a flow that is not there
use std.stride
actor a
process b
flow a -> b over Http
dismiss CleartextTransport on b -> a { reason = "Loopback." }
