// E0302: a type states a property that its base does not have
type Fast: flow "Fast" { encrypt = true }
