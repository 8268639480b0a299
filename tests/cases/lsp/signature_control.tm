// signature: a control with its strength
control Wall: process { strength = 40% }
threat A: Stride.Tampering "A" {
  on p: process
  mitigated_by = [Wall(strength = 10%, <|>)]
}
