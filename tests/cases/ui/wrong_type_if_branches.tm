// E0303: the branches of an `if` differ
threat T: Stride.Spoofing "Title" {
  on p: process
  when not p.access_control
  likelihood = if p.internet_facing then High else 3
  impact = Low
}
