// run(it holds): with mistakes in the package nothing is run
//- shop/main.test.tm
test "it holds" { <|>expect a.external }
//- shop/main.tm
process api: 
//- shop/tm.toml
name = "shop"
