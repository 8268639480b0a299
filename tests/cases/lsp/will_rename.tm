// will rename(pay => lib/money): paths to a folder that moves, and its own paths to others
//- shop/main.tm
use pay
use pay_tools
process <|>api
//- shop/tm.toml
name = "shop"
[dependencies]
pay = { path = "../pay" }
pay_tools = { path = "../pay_tools" }
//- pay/main.tm
use base
process gateway: 
//- pay/tm.toml
name = "pay"
[dependencies]
base = "../base"
parts = { path = "parts" }
//- pay/parts/main.tm
process part
//- pay/parts/tm.toml
name = "parts"
[dependencies]
base = "../../base"
//- base/main.tm
process ground
//- base/tm.toml
name = "base"
//- pay_tools/main.tm
process tool
//- pay_tools/tm.toml
name = "pay_tools"
