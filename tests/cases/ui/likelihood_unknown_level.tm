// E0206: a likelihood that no scale has
threat T: Stride.Spoofing "Title" {
  on p: process
  when not p.access_control
  likelihood = Middling
  impact = Low
}
