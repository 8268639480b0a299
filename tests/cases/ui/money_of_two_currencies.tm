// E0310: amounts of two currencies in one rule
extend process { price: Money }
threat T: Stride.Tampering "T" {
  on p: process
  when p.price + 5 EUR > 3 USD
  likelihood = if max(p.price, 1 EUR) > 2 CHF then High else Low
  impact = if 3 EUR in [1 USD, 2 EUR] then High else Low
}
