// E0302: a misspelt property inside a test
test "one" {
  process api { input_validaton = true }
  expect api.name == "api"
}
