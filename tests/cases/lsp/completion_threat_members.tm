// completion: what a threat can say
threat A: Stride.Tampering "A" {
  on p: process
  likelihood = Low
  <|>
}
