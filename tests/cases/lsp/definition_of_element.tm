// definition: from a flow's end to the element, across files
//- a.tm
process api
store db
//- b.tm
flow api -> d<|>b
//- tm.toml
name = "shop"
