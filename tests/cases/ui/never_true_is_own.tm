// E0502: a process that is to be a store
threat T: Stride.InformationDisclosure "Title" {
  on p: process
  when p is store and not p.encryption_at_rest
  likelihood = Low
  impact = Low
}
