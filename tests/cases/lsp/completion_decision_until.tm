// completion: a year from today
store b
threat Lost: Stride.Tampering "Lost" { on p: store, likelihood = Low, impact = Low }
accept Lost on b until <|>
