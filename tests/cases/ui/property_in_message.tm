// E0302: a misspelt path in a message
threat T: Stride.Tampering "Title" {
  on f: flow
  when not f.encrypted
  likelihood = Low
  impact = Low
  message = "{f.sorce} sends to {f.target}"
}
