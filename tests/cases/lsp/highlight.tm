// highlight: a variable in its rule only
threat A: Stride.Tampering "A" {
  on p: process
  when not p<|>.access_control and exists f in p.inflows where f.source != p
  likelihood = Low
  impact = Low
}
threat B: Stride.Tampering "B" { on p: process, likelihood = Low, impact = Low }
