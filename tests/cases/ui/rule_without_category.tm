// E0501: a rule without a category
threat T "Title" { on p: process, when not p.access_control, likelihood = Low, impact = Low }
