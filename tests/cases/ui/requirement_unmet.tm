// W0702, W0703: requirements that are open, planned, met, and of which it is unknown whether they are; a plan that would not meet it is none
enum House { Doors "Rules of the house" }
extend model { house: [House] }
extend process { locked: Bool }
catalog Rules "House rules" { ids = "HR-#" }
control Bolt: process "Bolt" { strength = 50%, satisfies = "HR-2" }
control Latch: process "Latch" { strength = 50%, satisfies = "HR-1", locked = true }
control Notice: process "Notice at the door" { strength = 5%, satisfies = "HR-1" }
policy Locked "Doors are locked" {
  regime = House.Doors
  references = "HR-1"
  on p: process
  when not p.external
  met = p.locked
}
policy Bolted "Doors have a bolt" {
  regime = House.Doors
  references = "HR-2"
  on p: process
}
model home "Home" { house = [Doors] }
process front { locked = false, apply Bolt { status = planned } }
process back { locked, apply Bolt }
process side { apply Bolt }
process cellar { locked = false, apply Bolt, apply Notice { status = planned } }
process loft { locked = false, apply Bolt, apply Latch { status = planned } }
external process neighbour
flow front -> back
flow back -> side
flow side -> neighbour
flow back -> cellar
flow back -> loft
