// completion: a path in a message
threat A: Stride.Tampering "A" {
  on f: flow
  message = "{f.so<|>} sends"
}
