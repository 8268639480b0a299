// E0110, E0206: a line that cannot be read does not hide the rest
actor a
process b
flow f: a -> { sends = Card }
flow g: a -> c
