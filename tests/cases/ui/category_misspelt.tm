// E0304: a misspelt category
threat T: Stride.Spofing "Title" {
  on p: process
  when not p.access_control
  likelihood = Low
  impact = Low
}
