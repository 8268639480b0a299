// E0503: a comprehension that does not look at its members
policy P "Count" { forbid s: store when count([s for f in s.inflows]) >= 3 }
