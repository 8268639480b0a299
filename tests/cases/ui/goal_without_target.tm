// E0703: a goal without a target
boundary internet: Internet { actor eve }
attacker outsider "Opportunist" { starts_at = [internet] }
goal steal "Steal" { attacker = outsider }
