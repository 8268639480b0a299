// E0305: a type that contradicts its base
type Plain: Https "Plain" { encrypted = false }
