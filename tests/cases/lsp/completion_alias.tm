// completion: names of a package behind its alias
//- shop/main.tm
use pay as p
process api
flow api -> p.<|>
//- shop/tm.toml
name = "shop"
[dependencies]
pay = { path = "../pay" }
//- pay/main.tm
process gateway "The gateway"
//- pay/tm.toml
name = "pay"
