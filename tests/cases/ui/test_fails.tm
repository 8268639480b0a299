// E0702: a test that expects what is not there
use std.stride
test "a tunnel is silent" {
  actor eve
  process api
  flow f: eve -> api over Https
  expect CleartextTransport on f
}
