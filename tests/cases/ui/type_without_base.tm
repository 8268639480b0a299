// E0307: a type that does not say of what
type WebThing "Thing"
