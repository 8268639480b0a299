// E0206: a goal of a misspelt objective
data Card
process api { holds = Card }
objective trust "Customers trust us" { protects = [Card] }
goal steal "Steal cards" { objective = trsut, target = Card }
