// E0702: a condition that is false
test "names" {
  process api
  expect api.name == "web"
}
