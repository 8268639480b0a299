// E0503: a witness that nothing reads
threat T: Stride.Tampering "T" { on f: flow, each d in f.data, when f.crosses_boundary, likelihood = High, impact = High }
threat Read: Stride.Tampering "T" { on f: flow, each d in f.data, when f.crosses_boundary, likelihood = High, impact = High, message = "{d} on {f}" }
