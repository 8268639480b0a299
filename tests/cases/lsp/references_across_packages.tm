// references: another package of the workspace uses it
//- pay/main.tm
process gate<|>way
//- pay/tm.toml
name = "pay"
//- shop/main.tm
use pay
process api
flow api -> gateway
flow second: api -> pay.gateway
//- shop/tm.toml
name = "shop"
[dependencies]
pay = { path = "../pay" }
