// linked: a variable and its uses
threat Slow: Stride.DenialOfService "Slow" {
  on <|>p: process
  each f in p.outflows
  when f.target == p and exists o in p.inflows where o.source != p
  likelihood = High
  impact = High
}
