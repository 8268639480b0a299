// E0502: something that can never be of that type
threat T: Stride.InformationDisclosure "Title" {
  on f: flow
  when f.target is boundary
  likelihood = Low
  impact = Low
}
