// actions: a control counts for what stands behind, and may mitigate without lowering the level
model m { appetite = Low }
process <|>front
process back
process far
flow front -> back
control Filter: process "Filter" { strength = 90% }
threat Flood: Stride.DenialOfService "Flood" {
  on p: process
  likelihood = High
  impact = Moderate
  mitigated_by = [Filter, Filter(on = p.inflows.source)]
}
threat Trickle: Stride.DenialOfService "Trickle" {
  on p: process
  likelihood = Low
  impact = Low
  mitigated_by = [Filter]
}
threat Storm: Stride.DenialOfService "Storm" {
  on p: process
  likelihood = VeryHigh
  impact = VeryHigh
  mitigated_by = [Filter]
}
