// completion: the elements that the threat hits come first
process a
store b
threat Lost: Stride.Tampering "Lost" { on p: store, likelihood = Low, impact = Low }
dismiss Lost on <|>
