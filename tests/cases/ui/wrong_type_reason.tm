// E0303: a reason without quotes
use std.stride
actor a
process b
flow f: a -> b over Http
dismiss CleartextTransport on f { reason = loopback }
