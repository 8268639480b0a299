// E0311: a rule divides by zero
extend process { n: Int }
fn share(p: process) = 5 / p.n
threat T: Stride.Tampering "T" { on p: process, when share(p) > 1, likelihood = High, impact = High }
threat U: Stride.Tampering "U" { on p: process, when p.n > 0 and 5 / p.n > 1, likelihood = High, impact = High }
threat V: Stride.Tampering "V" { on p: process, when p.n == 0 and 5 / count(p.inflows) > 1, likelihood = High, impact = High }
threat W: Stride.Tampering "W" { on p: process, when p.n / 0 > 1, likelihood = High, impact = High }
process y { n = 0 }
process z { n = 1 }
process unstated { }
