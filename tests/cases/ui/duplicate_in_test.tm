// E0205: two elements of one name in a test
test "one" {
  process api
  process api
  expect api.name == "api"
}
