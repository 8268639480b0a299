// rename(proc): a variable, also in messages
threat A: Stride.Tampering "A" {
  on p<|>: process
  when not p.access_control
  likelihood = Low
  impact = Low
  message = "{p} and \"{p.name}\", not p"
  fix "It" { p.access_control = true }
}
