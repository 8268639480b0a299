// E0208: something else where a control is needed
threat T: Stride.Spoofing "Title" {
  on p: process
  when not p.access_control
  likelihood = Low
  impact = Low
  mitigated_by = ["Tls"]
}
