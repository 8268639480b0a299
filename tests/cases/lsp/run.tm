// run(it holds): a test that passes
//- shop/main.test.tm
test "it holds" {
  process a
  expect <|>a.external == false
}
//- shop/main.tm
process api
//- shop/tm.toml
name = "shop"
