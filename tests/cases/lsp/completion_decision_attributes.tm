// completion: what a decision still lacks
store b
threat Lost: Stride.Tampering "Lost" { on p: store, likelihood = Low, impact = Low }
accept Lost on b until 2027-01-01 {
  by = "me"
  <|>
}
