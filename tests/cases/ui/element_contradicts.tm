// E0305: an element that contradicts its type
actor a
process b
flow f: a -> b over Https { encrypted = false }
