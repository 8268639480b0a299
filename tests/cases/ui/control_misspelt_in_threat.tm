// E0206: a misspelt control in a threat
threat T: Stride.Tampering "Title" {
  on f: flow
  when not f.encrypted
  likelihood = Low
  impact = Low
  mitigated_by = [Tlss, Vpn]
}
