// E0602: an acceptance that has expired
use std.stride
actor a
process b
flow f: a -> b over Http
accept CleartextTransport on f until 2026-05-31 { by = "cto@example.org", reason = "Pilot." }
