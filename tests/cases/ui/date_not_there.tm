// E0113: a day that is not in the calendar
use std.stride
actor a
process b
flow f: a -> b over Http
accept CleartextTransport on f until 2027-02-30 { by = "cto@example.org", reason = "Pilot." }
