// workspace symbols(ap): all packages, best first
//- shop/main.tm
process api
process map
process x_a_p
process other
//- shop/tm.toml
name = "shop"
//- pay/main.tm
store apples
//- pay/tm.toml
name = "pay"
