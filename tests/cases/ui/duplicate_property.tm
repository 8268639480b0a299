// E0308: a property that is there already
type A: process { size: Int }
type B: A { size: Int }
