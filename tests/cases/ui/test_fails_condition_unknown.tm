// E0702: a condition that is unknown
test "unknown" {
  process api
  expect api.input_validation
}
