// definition: elements of a test's own world
test "own" {
  actor eve
  store db
  flow f: eve -> d<|>b
  expect no CleartextTransport on f
}
