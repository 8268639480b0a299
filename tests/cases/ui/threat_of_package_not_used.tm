// E0206: a decision about a threat of a package that is not used
actor a
process b
flow f: a -> b over Http
dismiss CleartextTransport on f { reason = "Loopback." }
