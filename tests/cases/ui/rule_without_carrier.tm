// E0501: a rule that does not say what it is about
threat T: Stride.Spoofing "Title" { likelihood = Low, impact = Low }
