// E0302: an objective with an attribute that it does not have
data Card
process api { holds = Card }
objective trust "Customers trust us" { protects = [Card], impct = Level.High }
