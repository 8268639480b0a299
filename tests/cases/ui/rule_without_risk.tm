// E0501: a rule without likelihood and impact
threat T: Stride.Spoofing "Title" { on p: process, when not p.access_control }
