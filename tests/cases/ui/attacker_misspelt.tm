// E0206: a goal of a misspelt attacker
data Card
boundary internet: Internet { actor eve }
process api { holds = Card }
attacker outsider "Opportunist" { starts_at = [internet] }
goal steal "Steal cards" { attacker = outsidr, target = Card }
