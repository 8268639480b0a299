// hover: an element of two types names each, and whose its facts are
type Pool: process { sealed = true, signed: Bool = false }
type Guard: process { zoned = true }
extend process { sealed: Bool, zoned: Bool }
process <|>gate: Pool + Guard
