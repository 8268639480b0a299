// E0303: `exists` over something that is no list
policy P "Exposed" { forbid f: flow when exists x in f.source where x.external }
