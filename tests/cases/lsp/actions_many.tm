// actions: at a flow with several threats the list stays short
process eve
process api
flow <|>go: eve -> api
extend flow { sealed: Bool = false }
control Seal: flow "Seal" { strength = 80%, sealed = true }
control Wax: flow "Wax" { strength = 90%, sealed = true }
control C1: flow "C1" { strength = 10% }
control C2: flow "C2" { strength = 20% }
control C3: flow "C3" { strength = 30% }
control C4: flow "C4" { strength = 40% }
control C5: flow "C5" { strength = 50% }
control C6: process "C6" { strength = 60% }
threat Read: Stride.InformationDisclosure "Read" {
  on f: flow
  when not f.sealed
  likelihood = High
  impact = High
  mitigated_by = [Seal, Wax, C6, C1, C2, C3, C4, C5]
  fix "Seal it" { f.sealed = true }
}
threat Changed: Stride.Tampering "Changed" {
  on f: flow
  when not f.sealed
  likelihood = High
  impact = High
  mitigated_by = [Wax, Seal, C1]
  fix "Seal it" { f.sealed = true }
}
