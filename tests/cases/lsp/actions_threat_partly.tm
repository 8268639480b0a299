// actions: what is so already needs no control
process <|>api { signed = false, zone = Inside }
enum Zone { Inside, Outside }
extend process { signed: Bool = false, zone: Zone, others: [Zone] }
control Seal: process "Seal" { strength = 80%, signed = true }
threat Forged: Stride.Spoofing "Forged" {
  on p: process
  when not p.signed and known(p.zone)
  likelihood = High
  impact = High
  mitigated_by = [Seal]
  fix "Sign it" { p.signed = true, p.zone = Inside, p.others = p.others }
}
