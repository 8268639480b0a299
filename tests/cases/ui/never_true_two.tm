// E0502: two comparisons of the same two things that agree on no order
type Box: process { size: Int, room: Int, first: Level, later: Level }
process box: Box
threat A: Stride.Tampering "A" { on b: Box, when b.size > b.room and b.size < b.room, likelihood = High, impact = High }
threat B: Stride.Tampering "B" { on b: Box, when b.first >= b.later and b.later > b.first, likelihood = High, impact = High }
threat C: Stride.Tampering "C" { on b: Box, when b.size == b.room and b.room != b.size, likelihood = High, impact = High }
threat D: Stride.Tampering "D" { on b: Box, when b.size >= b.room and b.size <= b.room, likelihood = High, impact = High }
threat E: Stride.Tampering "E" { on b: Box, when b.size > b.room and b.room < b.size, likelihood = High, impact = High }
flow box -> box
