// E0310: levels of unlike scales compared in a rule: one mistake, and no word on whether it can be true
scale Heat { Cold = 30%, Hot = 100% }
extend process { heat: Heat }
threat A: Stride.Tampering "A" { on p: process, when p.heat >= Level.High, likelihood = High, impact = High }
threat B: Stride.Tampering "B" { on p: process, when p.heat == Hot and not (p.heat < Level.High), likelihood = High, impact = High }
