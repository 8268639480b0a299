// E0206: a test that speaks about an element of the model
process api
test "own world" {
  process web
  expect api.name == "api"
}
