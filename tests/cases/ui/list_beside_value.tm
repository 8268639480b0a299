// E0310: a list is compared with a value, whichever comes first
enum Door { Front, Back }
extend process { doors: [Door], main_door: Door }
threat OneDoor "One door" { on p: process, when p.doors == Front, likelihood = Low, impact = Low }
threat SameDoor "Same door" { on p: process, when p.main_door == p.doors, likelihood = Low, impact = Low }
threat OtherDoor "Other door" { on p: process, when p.doors != p.main_door, likelihood = Low, impact = Low }
threat NoDoor "No door" { on p: process, when p.doors == [], likelihood = Low, impact = Low }
threat BackDoor "Back door" { on p: process, when p.doors has Back and p.main_door in p.doors, likelihood = Low, impact = Low }
threat Carried "Carried" { on f: flow, when f.sends == f.receives, likelihood = Low, impact = Low }
