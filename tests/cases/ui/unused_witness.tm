// E0503: a variable that nothing reads
threat T: Stride.InformationDisclosure "Title" {
  on f: flow
  when exists d in f.data where f.crosses_boundary
  likelihood = Low
  impact = Low
}
