// E0301: a type that inherits from itself
type A: A "A"
