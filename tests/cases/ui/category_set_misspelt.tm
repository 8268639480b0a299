// E0206: a misspelt set of categories
threat T: Strid.Spoofing "Title" {
  on p: process
  when not p.access_control
  likelihood = Low
  impact = Low
}
