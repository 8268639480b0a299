// actions: what an element states, in order; comments stay with what they are about
process api {
  // why it is so
  zone = 3 // or four
  <|>apply [Wall]
  signed
  /// Half of it.
  half = 50%
}
control Wall: process { strength = 10% }
extend process { zone: Int, signed: Bool, half: Percent }
