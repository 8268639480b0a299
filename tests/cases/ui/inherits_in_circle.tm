// E0301: types that inherit from each other
type A: B "A"
type B: C "B"
type C: A "C"
