// selection: from a word to the file
process a
threat A: Stride.Tampering "A" {
  on p: process
  when not p.acc<|>ess_control and p.external
  likelihood = Low
  impact = Low
}
