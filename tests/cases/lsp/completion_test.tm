// completion: elements of a test's own world
store outside
test "own" {
  actor eve
  process till
  flow pay: eve -> <|>
}
