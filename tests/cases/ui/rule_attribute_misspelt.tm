// E0501: a misspelt attribute of a threat
threat T: Stride.Spoofing "Title" { on p: process, when not p.access_control, likelihood = Low, impact = Low, refrences = ["CWE-1"] }
