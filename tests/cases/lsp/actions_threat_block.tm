// actions: several facts make one block
process <|>api
enum Zone { Inside, Outside }
extend process { signed: Bool = false, zone: Zone }
threat Forged: Stride.Spoofing "Forged" {
  on p: process
  when not p.signed
  likelihood = High
  impact = High
  fix "Move it" { p.signed = true, p.zone = Inside }
}
