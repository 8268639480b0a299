// E0308: a property that a base has already
type A: process { size: Int }
type B: A { size: Int }
