// E0703: a test of the model that declares elements
model shop "Shop"
process api
test "mixed" with shop {
  process other
  expect api.name == "api"
}
