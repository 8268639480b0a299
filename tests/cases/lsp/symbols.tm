// symbols: the outline of a file
model shop "Shop"
boundary cloud: PrivateNetwork {
  process api: Robot "API" {
  }
}
process a
flow a -> api
flow named: a -> api
enum Colour { Red, Green }
type Robot: process { colour: Colour }
extend data { age: Duration }
accept Slow on a -> api until 2027-01-01 { by = "me", reason = "x" }
test "it works" { expect no Slow on named }
process broken { = = }
