// E0603: a dismissal without anything
use std.stride
actor a
process b
flow f: a -> b over Http
dismiss CleartextTransport on f
