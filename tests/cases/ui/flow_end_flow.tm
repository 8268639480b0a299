// E0401: a flow as the end of a flow
actor a
process b
flow f: a -> b
flow g: a -> f
