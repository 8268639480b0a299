// E0603: an empty reason
use std.stride
actor a
process b
flow f: a -> b over Http
dismiss CleartextTransport on f { reason = "" }
