// E0110: a declaration that cannot be read still declares its name
actor a
process b: = WebService
flow f: a -> b
