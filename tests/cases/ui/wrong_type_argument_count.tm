// E0303: too many arguments
policy P "Exposed" { forbid f: flow when exposed(f, f) }
