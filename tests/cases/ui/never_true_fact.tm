// E0502: a condition that a type's fact makes false for ever
threat T: Stride.InformationDisclosure "Title" {
  on f: Https
  when not f.encrypted
  likelihood = Low
  impact = Low
}
