// diagnostics: what a package with elements of its own declares, and others use
//- house/tm.toml
name = "house"
//- house/house.tm
<|>type Svc: process { team: String }
control Shield: process "Shield" { strength = 10% }
tag spare
process sso: Svc
//- one/tm.toml
name = "one"
[dependencies]
house = { path = "../house" }
//- one/one.tm
use house
process a: Svc { team = "a", apply Shield }
