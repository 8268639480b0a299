// E0305: an element that contradicts a fact of a type further up
type Tunnel: WireGuard "Tunnel"
actor a
process b
flow f: a -> b over Tunnel { authenticated = false }
