// E0502: bounds of a count, of the same calculation and of what a function says that leave nothing between
extend data { weight: Int }
extend process { n: Int, w: Number, age: Duration, price: Money, since: Date, share: Percent }
fn flows_of(p: process) = count(p.inflows) + count(p.outflows)
threat A: Stride.Tampering "A" { on p: process, when count(p.inflows) > 3 and count(p.inflows) < 2, likelihood = High, impact = High }
threat B: Stride.Tampering "B" { on p: process, when count([f for f in p.inflows where f.crosses_boundary]) > 3, when count([f for f in p.inflows where f.crosses_boundary]) <= 3, likelihood = High, impact = High }
threat C: Stride.Tampering "C" { on p: process, when flows_of(p) == 1 and p.n > 1 and flows_of(p) == 2, likelihood = High, impact = High }
threat D: Stride.Tampering "D" { on p: process, when p.n + 1 > 3 and p.n + 1 < 3, likelihood = High, impact = High }
threat E: Stride.Tampering "E" { on p: process, when p.age > 90d and p.age < 1h, likelihood = High, impact = High }
threat F: Stride.Tampering "F" { on p: process, when p.price >= 10 EUR and p.price < 10 EUR, likelihood = High, impact = High }
threat G: Stride.Tampering "G" { on p: process, when p.since > 2026-01-01 and p.since < 2025-12-31, likelihood = High, impact = High }
threat H: Stride.Tampering "H" { on p: process, when p.share > 50% and (p.n > 1 and p.share < 40%), likelihood = High, impact = High }
threat I: Stride.Tampering "I" { on s: store, when max(s.holds.weight) > 4 and max(s.holds.weight) < 3, likelihood = High, impact = High }
threat Fine: Stride.Tampering "J" { on p: process, when count(p.inflows) > 3 and count(p.outflows) < 2 and count([f for f in p.inflows where f.crosses_boundary]) < 2 and p.n + 1 > 3 and p.n + 2 < 5, likelihood = High, impact = High }
threat Fine2: Stride.Tampering "K" { on p: process, when count(p.inflows) > 3 and count(p.inflows) < 5 and (flows_of(p) == 4 or flows_of(p) == 9), likelihood = High, impact = High }
