// E0208: a threat handed to a type
use std.stride
actor a
process b
flow f: a -> b over Http
transfer CleartextTransport on f to Https { reason = "Theirs." }
