// E0510: icons that are not there, and types that are not drawn as boxes
type Archive: store "Archive" { icon = "databse" }
type Oven: process "Oven" { icon = "oven" }
type Climber: process "Climber" { icon = "../secret" }
type Counted: process "Counted" { icon = 3 }
type Wire: flow "Wire" { icon = "network" }
