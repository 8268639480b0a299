// actions: a control that stands there already, and what that does to the risk
process <|>api { apply [Lamp] }
extend process { signed: Bool }
control Lamp: process "Lamp" { strength = 1% }
control Seal: process "Seal" { strength = 80%, signed = true }
control Guard: process "Guard" { strength = 90% }
control Gate: boundary "Gate" { strength = 90% }
threat Forged: Stride.Spoofing "Forged" {
  on p: process
  when p.signed == false or p.title == "api"
  likelihood = High
  impact = High
  mitigated_by = [Seal, Guard, Gate]
}
threat Slow: Stride.DenialOfService "Slow" {
  on p: process
  likelihood = High
  impact = High
  mitigated_by = [Guard]
}
