// diagnostics: a line that another line makes needless, though its rules look
//- house/tm.toml
name = "house"
//- house/house.tm
use std.web
type Shop: WebService
//- app/tm.toml
name = "app"
[dependencies]
house = { path = "../house" }
//- app/app.tm
<|>use std.web
use house
process api: Shop
