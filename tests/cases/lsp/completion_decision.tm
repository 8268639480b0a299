// completion: whole decisions for the threats that count
process a
store b
threat Slow: Stride.DenialOfService "Slow" { on p: process, likelihood = High, impact = High }
threat Lost: Stride.Tampering "Lost" { on p: store, likelihood = Low, impact = Low }
accept <|>
