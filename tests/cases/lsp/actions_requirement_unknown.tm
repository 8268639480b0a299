// actions: what requirements of a regime wait for is stated
enum House { Doors "Rules of the house" }
extend model { house: [House] }
extend process { locked: Bool }
catalog Rules "House rules" { ids = "HR-#" }
policy Locked "Doors are locked" { regime = House.Doors, references = "HR-1", on p: process, met = p.locked }
model home "Home" { hou<|>se = [Doors] }
process front
process back { locked }
flow front -> back
