// E0503: a rule whose carrier is never looked at
threat T: Stride.InformationDisclosure "Title" {
  on p: process
  when exists s: store where (not s.backups)
  likelihood = Low
  impact = Low
}
