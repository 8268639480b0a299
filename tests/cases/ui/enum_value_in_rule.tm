// E0304: a misspelt value in a rule
threat T: Stride.Spoofing "Title" {
  on p: process
  when p.authentication == Pasword
  likelihood = Low
  impact = Low
}
