// E0703: requirements without a place, without a regime, without an id, with an obligation, with an attribute that they do not have
enum House { Doors "Rules of the house" }
catalog Rules "House rules" { ids = "HR-#" }
policy Nowhere "Nowhere" { regime = House.Doors, references = "HR-1" }
policy Nobodys "Of no regime" {
  references = "HR-1"
  on p: process
}
policy Unwritten "Written nowhere" {
  regime = House.Doors
  on p: process
}
policy Mixed "Of two sorts" {
  regime = House.Doors
  references = "HR-1"
  on p: process
  require p: process when p.external
}
policy Odd "With more" {
  regime = House.Doors
  references = "HR-1"
  reason = "because"
  on p: process
}
policy Number "No regime" {
  regime = 12
  references = "HR-1"
  on p: process
}
