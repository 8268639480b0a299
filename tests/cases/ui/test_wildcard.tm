// E0703: an expectation about many elements
use std.stride
test "all" {
  actor a
  process b
  flow f: a -> b over Http
  expect CleartextTransport on g: flow
}
