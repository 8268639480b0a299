// definition: another package's element, by its alias
//- shop/main.tm
use pay as p
process api
flow api -> p.gate<|>way
//- shop/tm.toml
name = "shop"
[dependencies]
pay = { path = "../pay" }
//- pay/main.tm
process gateway
//- pay/tm.toml
name = "pay"
