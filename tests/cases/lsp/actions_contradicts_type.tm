// actions: a fact that the type denies
process a
process b
flow f: a -> b over Https {
  sends = []

  en<|>crypted = false
}
