// E0302: a misspelt property in a rule
threat T: Stride.Tampering "Title" {
  on p: process
  when not p.input_validaton
  likelihood = Low
  impact = Low
}
process api
