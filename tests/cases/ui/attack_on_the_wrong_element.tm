// E0303: a step whose threat is about something else
store cards
goal steal "Steal" { target = cards }
threat Loose: Stride.Tampering "Loose" { on p: process, likelihood = High, impact = High, message = "{p} is loose." }
attack way_in toward steal { step Loose on cards }
