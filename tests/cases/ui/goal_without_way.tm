// W0405: nothing leads from the attacker to the goal
boundary internet: Internet { actor eve }
data Balance
store books { holds = Balance }
process ledger
flow ledger -> books { sends = Balance }
attacker outsider "Opportunist" { starts_at = [internet] }
goal cook_the_books "Change what the books say" { attacker = outsider, target = books }
