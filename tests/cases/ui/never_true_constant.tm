// E0502: a condition that is written as false
threat T: Stride.InformationDisclosure "Title" {
  on p: process
  when false
  likelihood = Low
  impact = Low
}
