// rename(acme.money): a package, by the name that others use it by
//- shop/main.tm
use pa<|>y
process api
flow api -> gateway
flow second: api -> pay.gateway
process pay_day
//- shop/tm.toml
name = "shop"
policy = ["pay"]
[dependencies]
pay = { path = "../pay" }
//- pay/main.tm
process gateway
//- pay/tm.toml
name = "pay"
//- desk/main.tm
use pay as bank
flow desk -> bank.gateway
process desk
//- desk/tm.toml
name = "desk"
[dependencies.pay]
path = "../pay/"
//- third/main.tm
use pay
//- third/tm.toml
name = "third"
[dependencies]
pay = { path = "../desk" }
