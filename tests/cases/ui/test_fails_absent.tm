// E0702: a test that expects nothing where something is
use std.stride
test "clear text is silent" {
  data Card { confidentiality = High }
  actor eve
  process api
  flow f: eve -> api over Http { sends = Card }
  expect no CleartextTransport on f
}
