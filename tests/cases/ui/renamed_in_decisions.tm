// : decisions and tests that use earlier names of rules, elements, flows and data
model m { appetite = High }
data NewD "Orders" { was = "OldD", confidentiality = High }
boundary net: Internet { actor u }
process api { was = "x1" }
process gate { was = "gg", input_validation = false }
store db
flow u -> api over Http { sends = NewD }
flow api -> db over Http { was = "api..store", sends = NewD }
flow named: u -> gate over Http { sends = NewD }
threat New: Stride.Tampering "Loose" { was = "Old", on p: process, when p.input_validation == false, likelihood = High, impact = High }
threat Sent: Stride.Tampering "Sent" { on f: flow, each d in f.data, when d.confidentiality == High, likelihood = High, impact = High }
accept Old on gg until 2027-03-31 { by = "cto@example.org", reason = "By its old names." }
accept Sent on u -> x1 until 2027-03-31 { by = "cto@example.org", reason = "By an end's old name." }
dismiss Sent on api -> store { reason = "By the flow's old name." }
dismiss Sent on named.OldD { reason = "By the data's old name." }
test "old names in tests" with m {
  expect Old on gg
  expect Sent on u -> x1
  expect Sent on named.OldD
}
