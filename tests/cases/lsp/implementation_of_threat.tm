// implementation: the elements that a threat hits
threat Sl<|>ow: Stride.DenialOfService "Slow" {
  on p: process
  when not p.external
  likelihood = Low
  impact = Low
}
process a
external process b
process c
