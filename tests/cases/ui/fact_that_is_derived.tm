// E0302: what follows from the model is not stated
actor a
process b
flow f: a -> b { source = b, crosses_boundary = true }
data D { carried_by = [f] }
