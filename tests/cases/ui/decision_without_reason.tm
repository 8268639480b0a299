// E0603: an acceptance without a reason
use std.stride
actor a
process b
flow f: a -> b over Http
accept CleartextTransport on f until 2027-06-15 { by = "cto@example.org" }
