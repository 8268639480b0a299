// linked: while the declaration is not finished
threat Slow: Stride.DenialOfService "Slow" {
  on <|>p: process
  when p.external and p.outflows.
  impact = 
}
