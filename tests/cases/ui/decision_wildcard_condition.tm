// E0601: a wildcard whose condition nothing meets
use std.stride
tag internal "Inside only"
actor a { tags = [] }
process b
flow f: a -> b over Http { tags = [] }
dismiss CleartextTransport on g: flow when g.tags has internal { reason = "Loopback." }
