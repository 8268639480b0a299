// E0208: a type where a function is needed
policy P "Call" { forbid f: flow when Https(f) }
