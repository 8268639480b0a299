// E0310: an amount in another currency than the rule's
extend process { price: Money, budget: Money }
threat T: Stride.Tampering "T" {
  on p: process
  when p.price > 3 EUR
  likelihood = if p.budget < p.price then High else Low
  impact = High
}
policy P "P" { forbid p: process when p.price == 7 EUR }
process y { price = 5 USD, budget = 6 USD }
process z { price = 5 EUR, budget = 6 USD }
process fine { price = 5 EUR, budget = 7 EUR }
