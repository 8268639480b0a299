// E0308: a property declared twice in one type
type A: process { size: Int, size: Bool }
