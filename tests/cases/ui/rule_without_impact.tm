// E0501: a rule without impact
threat T: Stride.Spoofing "Title" { on p: process, when not p.access_control, likelihood = Low }
