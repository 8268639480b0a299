// E0304: a likelihood that the scale does not have
threat T: Stride.Spoofing "Title" {
  on p: process
  when not p.access_control
  likelihood = Medium
  impact = Low
}
