// signature: a function of the language
threat A: Stride.Tampering "A" {
  on p: process
  when count(<|>p.inflows) > 2
}
