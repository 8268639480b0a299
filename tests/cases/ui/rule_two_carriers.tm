// E0501: a rule about two things
threat T: Stride.Spoofing "Title" {
  on p: process
  on s: store
  when not p.access_control and not s.backups
  likelihood = Low
  impact = Low
}
