// E0603: a misspelt attribute of a decision
use std.stride
actor a
process b
flow f: a -> b over Http
dismiss CleartextTransport on f { reason = "Loopback.", tiket = "SEC-1" }
