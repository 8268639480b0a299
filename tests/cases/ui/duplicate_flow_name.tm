// E0205: two flows of one name
actor a
process b
flow f: a -> b over Https
flow f: a -> b over Ssh
