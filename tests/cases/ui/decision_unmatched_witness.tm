// E0206: a decision about a witness that is not there
use std.stride
data Card { confidentiality = High }
actor a
process b
flow f: a -> b over Http { sends = Card }
dismiss CleartextTransport on f.Cart { reason = "Loopback." }
