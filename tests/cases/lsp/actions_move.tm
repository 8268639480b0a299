// actions: a declaration goes to another file of its package, with its comments
//- shop/main.tm
model shop

// who comes
/// Somebody.
actor cus<|>tomer "Customer"

process api
//- shop/flows.tm
flow customer -> api
//- shop/inner/stores.tm
store db
//- shop/main.test.tm
test "nothing" { process a }
//- shop/tm.toml
name = "shop"
//- other/more.tm
process far
//- other/tm.toml
name = "other"
