// E0604: two decisions about one threat
use std.stride
actor a
process b
flow f: a -> b over Http
dismiss CleartextTransport on f { reason = "Loopback." }
accept CleartextTransport on f until 2027-06-15 { by = "cto@example.org", reason = "Pilot." }
