// actions: what is open is known in half-typed code, too
process api {
  zone = <|>
}
process other: 
extend process { signed: Bool, zone: Int }
threat Forged: Stride.Spoofing "Forged" {
  on p: process
  when not p.signed
  likelihood = High
  impact = High
}
