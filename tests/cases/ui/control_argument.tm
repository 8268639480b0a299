// E0404: a control with an argument it does not take
threat T: Stride.Spoofing "Title" {
  on p: process
  when not p.access_control
  likelihood = Low
  impact = Low
  mitigated_by = [Waf(power = 70%)]
}
