// E0501: a rule that asks for its own result
threat T: Stride.Spoofing "Title" { on p: process, when residual(p) > Low, likelihood = Low, impact = Low }
