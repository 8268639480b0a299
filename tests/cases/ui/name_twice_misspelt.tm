// E0206: one name misspelt in two places
actor a
process b
flow f: a -> c
flow g: a -> c over Https
