// E0206: a variable that is not bound
policy P "Encrypted" { forbid f: flow when not g.encrypted }
