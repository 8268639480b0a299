// completion: the controls that the threat lists come first
control Wall: process { strength = 10% }
control Lock: store { strength = 70% }
store b
threat Lost: Stride.Tampering "Lost" {
  on p: store
  likelihood = Low
  impact = Low
  mitigated_by = [Lock]
}
mitigate Lost on b with <|>
