// E0502: two levels that exclude each other
threat T: Stride.InformationDisclosure "Title" {
  on p: process
  when p.trust > HighlyTrusted
  likelihood = Low
  impact = Low
}
