// E0302: a misspelt property in a fix
threat T: Stride.Tampering "Title" {
  on f: flow
  when not f.encrypted
  likelihood = Low
  impact = Low
  fix "Encrypt" { f.encrypt = true }
}
