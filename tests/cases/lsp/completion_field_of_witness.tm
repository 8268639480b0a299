// completion(library): a variable over a list
threat A: Stride.Tampering "A" {
  on s: store
  each d in s.holds
  when d.per<|>
