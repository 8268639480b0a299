// E0302: a misspelt attribute of an attacker
boundary internet: Internet { actor eve }
attacker outsider "Opportunist" { start_at = [internet] }
