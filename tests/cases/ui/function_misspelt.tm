// E0206: a misspelt function
policy P "Nothing exposed" { forbid f: flow when exposd(f) and not f.encrypted }
