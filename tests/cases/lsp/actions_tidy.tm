// actions: a line that becomes too long is laid out
actor visitor
extend flow { sealed_by_somebody: Bool }
boundary zone {
  process shop "The shop of the bookseller in the old town" { tags = [], external = false, holds = [] }
}
flow visit: visitor -> <|>shop over Http "Visitors look at the books" { sends = [], receives = [] }
threat Open: Stride.Tampering "Open" { on f: flow, when not f.sealed_by_somebody, likelihood = Low, impact = Low }
