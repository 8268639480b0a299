// E0501: a fix that states nothing of an element
threat T: Stride.Spoofing "Title" {
  on p: process
  when not p.access_control
  likelihood = Low
  impact = Low
  fix "Check" { p = true }
}
