// W0601: an acceptance that expires soon
use std.stride
actor a
process b
flow f: a -> b over Http
accept CleartextTransport on f until 2026-06-15 { by = "cto@example.org", reason = "Pilot." }
