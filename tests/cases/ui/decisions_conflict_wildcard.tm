// E0604: a wildcard and a decision about one threat
use std.stride
actor a
process b
flow f: a -> b over Http
dismiss CleartextTransport on g: Http { reason = "Loopback." }
transfer CleartextTransport on f to a { reason = "Theirs." }
