// diagnostics: a threat says what it says of its element
model m { appetite = Low }
process <|>a "Shop"
data Card "Card"
store b { holds = Card }
threat Bad: Stride.Tampering "Bad" {
  on s: store
  each d in s.holds
  likelihood = VeryHigh
  impact = VeryHigh
  message = "{d} in {s} can be changed"
}
