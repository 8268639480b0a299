// E0110: an acceptance for ever
use std.stride
actor a
process b
flow f: a -> b over Http
accept CleartextTransport on f { by = "cto@example.org", reason = "Pilot." }
