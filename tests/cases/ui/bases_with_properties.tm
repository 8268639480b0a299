// E0306: bases that declare the same property
type A: process { size: Int }
type B: process { size: Bool }
type C: A + B
