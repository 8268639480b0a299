// W0601: an acceptance on its last day
use std.stride
actor a
process b
flow f: a -> b over Http
accept CleartextTransport on f until 2026-06-01 { by = "cto@example.org", reason = "Pilot." }
