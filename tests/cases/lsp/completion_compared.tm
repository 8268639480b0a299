// completion(library): values of what is compared
threat A: Stride.Tampering "A" {
  on s: store
  each d in s.holds
  when d.confidentiality >= Mo<|>
}
