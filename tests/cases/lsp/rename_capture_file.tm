// rename(wall): the user of a package has a name of its own
//- a/tm.toml
name = "a"
//- a/a.tm
control ga<|>te: process "Gate" { strength = 50% }
//- b/tm.toml
name = "b"
[dependencies]
a = { path = "../a" }
//- b/b.tm
use a
process wall
process shop { apply gate }
flow wall -> shop
