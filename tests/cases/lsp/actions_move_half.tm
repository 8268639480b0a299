// actions: a declaration beside lines that are not finished
//- shop/main.tm
process a<|>pi { zone = 
}
flow api -> 
//- shop/flows.tm
process web
flow web ->
//- shop/tm.toml
name = "shop"
