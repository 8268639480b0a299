// lens: tests can be run
//- main.test.tm
test "it holds" {
  process a
  expect a.external == false
}
test "half" {
