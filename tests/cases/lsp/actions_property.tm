// actions: what an element leaves open, with each value that it can have and what that settles
process <|>api
enum Zone { Inside, Outside, Between }
extend process { signed: Bool, zone: Zone, note: String }
threat Forged: Stride.Spoofing "Forged" {
  on p: process
  when not p.signed
  likelihood = High
  impact = High
}
threat Seen: Stride.InformationDisclosure "Seen" {
  on p: process
  when p.zone == Outside
  likelihood = High
  impact = High
}
threat Noted: Stride.InformationDisclosure "Noted" {
  on p: process
  when p.note == "open"
  likelihood = High
  impact = High
}
