// E0303: yes or no where a likelihood is needed
threat T: Stride.Spoofing "Title" {
  on p: process
  when not p.access_control
  likelihood = true
  impact = Low
}
