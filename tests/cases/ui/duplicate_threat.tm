// E0205: two threats of one name
threat T: Stride.Spoofing "One" { on p: process, when not p.access_control, likelihood = Low, impact = Low }
threat T: Stride.Spoofing "Two" { on p: process, when not p.access_control, likelihood = Low, impact = Low }
