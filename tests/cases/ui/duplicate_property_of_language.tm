// E0308: a property that belongs to the language
type A: flow { source: Bool }
