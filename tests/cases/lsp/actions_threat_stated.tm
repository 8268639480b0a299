// actions: what is stated otherwise is replaced
process <|>api { signed = false }
enum Zone { Inside, Outside }
extend process { signed: Bool = false, zone: Zone }
extend flow { sealed: Bool }
control Seal: process "Seal" { strength = 80%, signed = true }
control Guard: process "Guard" { strength = 50% }
threat Forged: Stride.Spoofing "Forged" {
  on p: process
  when not p.signed
  likelihood = High
  impact = High
  mitigated_by = [Seal, Guard]
  fix "Sign it" { p.signed = true }
  fix "Move it" { p.signed = true, p.zone = Inside }
}
threat Swapped: Stride.Tampering "Swapped" {
  on p: process
  when p.signed == false
  likelihood = Low
  impact = Low
  fix "Sign it" { p.signed = true }
}
