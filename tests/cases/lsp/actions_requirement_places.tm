// actions: a requirement of a regime is not met in several places
enum House { Doors "Rules of the house" }
extend model { house: [House] }
catalog Rules "House rules" { ids = "HR-#" }
control Bolt: process "Bolt" { strength = 50%, satisfies = "HR-2" }
policy Bolted "Doors have a bolt" { regime = House.Doors, references = "HR-2", on p: process }
model home "Home" { house = [Doors] }
process <|>front
process side
process back { apply Bolt }
flow front -> back
flow side -> back
