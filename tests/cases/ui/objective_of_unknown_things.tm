// E0206: an objective that protects what is not there
data Card
process api { holds = Card }
objective trust "Customers trust us" { protects = [Crad] }
