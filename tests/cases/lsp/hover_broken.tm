// hover: where other code is half typed
process a "The first"
flow f: a ->
process b { holds =
flow g: <|>a -> b
