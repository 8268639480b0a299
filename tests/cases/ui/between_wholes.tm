// E0502: numbers that are counted lie between parts of a whole, or do not
type Box: process { size: Int }
process box: Box { size = 4 }
threat Fits: Stride.Tampering "Fits" { on b: Box, when b.size > 3.5 and b.size < 4.5, likelihood = High, impact = High }
threat None: Stride.Tampering "None" { on b: Box, when b.size > 3.2 and b.size < 3.8, likelihood = High, impact = High }
threat Edge: Stride.Tampering "Edge" { on b: Box, when b.size >= 3.5 and b.size <= 4, likelihood = High, impact = High }
threat Over: Stride.Tampering "Over" { on b: Box, when b.size >= 4.5 and b.size <= 4.9, likelihood = High, impact = High }
flow box -> box
