// lens: rules and controls that other packages of the workspace use
//- house/tm.toml
name = "house"
//- house/house.tm
<|>control Wall: process "Wall" { strength = 10% }
control Unused: process "Unused" { strength = 10% }
threat Slow: Stride.DenialOfService "Slow" { on p: process, likelihood = Low, impact = Low }
//- one/tm.toml
name = "one"
[dependencies]
house = { path = "../house" }
//- one/one.tm
use house
process a { apply Wall }
process b
//- two/tm.toml
name = "two"
[dependencies]
house = { path = "../house" }
//- two/two.tm
use house
process c { apply Wall }
