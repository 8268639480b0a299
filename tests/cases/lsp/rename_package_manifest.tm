// rename(money): a package where its tm.toml names it
//- pay/tm.toml
name = "pa<|>y"
//- pay/main.tm
process gateway
//- shop/main.tm
use pay
flow api -> pay.gateway
process api
process half: 
//- shop/tm.toml
[dependencies]
"pay" = "../pay"
