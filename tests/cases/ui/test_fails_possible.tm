// E0702: a test that is too sure
use std.stride
test "unknown is not definite" {
  data Card { confidentiality = High }
  actor eve
  process api
  flow f: eve -> api { sends = Card }
  expect CleartextTransport on f
}
