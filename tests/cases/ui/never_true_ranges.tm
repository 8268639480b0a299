// E0502: bounds that leave nothing between
extend process { n: Int, w: Number }
threat A: Stride.Tampering "A" { on f: flow, each d in f.data, when d.confidentiality > High and d.confidentiality < High, likelihood = High, impact = High }
threat B: Stride.Tampering "B" { on d: data, when d.confidentiality > Moderate and High > d.confidentiality, likelihood = High, impact = High }
threat C: Stride.Tampering "C" { on p: process, when p.n > 2 and p.n < 3, likelihood = High, impact = High }
threat D: Stride.Tampering "D" { on p: process, when exists f in p.inflows where (f.source is process and f.source.n >= 3 and f.source.n == 2), likelihood = High, impact = High }
threat E: Stride.Tampering "E" { on p: process, when p.n >= 2 and not (p.n > 1), likelihood = High, impact = High }
threat Fine: Stride.Tampering "F" { on p: process, when p.w > 2 and p.w < 3 and p.n >= 2 and p.n <= 2, likelihood = High, impact = High }
