// actions: what a rule of another package leaves open is stated in the element's file
//- shop/main.tm
use house
process <|>api { note = "x" }
//- shop/tm.toml
name = "shop"
[dependencies]
house = { path = "../house" }
//- house/rules.tm
extend process { signed: Bool, note: String }
threat Forged: Stride.Spoofing "Forged" {
  on p: process
  when not p.signed
  likelihood = High
  impact = High
}
//- house/tm.toml
name = "house"
