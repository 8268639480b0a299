// E0404: a control that contradicts a fact of the type
actor a
process b
flow f: a -> b over Http { apply [Tls] }
