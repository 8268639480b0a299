// rename(desk): another dependency has the name
//- shop/main.tm
use pa<|>y
//- shop/tm.toml
name = "shop"
[dependencies]
pay = { path = "../pay" }
desk = { path = "../desk" }
//- pay/main.tm
process gateway
//- pay/tm.toml
name = "pay"
