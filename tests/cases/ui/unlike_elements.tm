// E0310: an element compared with yes or no
policy P "Same" { forbid f: flow when f.source == f.encrypted }
