// hover: an unnamed flow answers at its first word
process a
process b
fl<|>ow a -> b over Https
