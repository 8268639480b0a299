// completion: the status of a mitigation
control Lock: store { strength = 70% }
store b
threat Lost: Stride.Tampering "Lost" { on p: store, likelihood = Low, impact = Low }
mitigate Lost on b with Lock { status = pl<|> }
