// E0501: a brace in a message that is never closed
threat T: Stride.Tampering "T" { on f: flow, when f.crosses_boundary, likelihood = High, impact = High, message = "{f.source to {f.target}" }
threat U: Stride.Tampering "U" { on f: flow, when f.crosses_boundary, likelihood = High, impact = High, message = "from {f.source} to {f.target" }
