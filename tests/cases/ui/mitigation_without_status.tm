// E0603: a mitigation that does not say how far it is
use std.stride
actor a
process b
flow f: a -> b over Http
mitigate CleartextTransport on f with Vpn
