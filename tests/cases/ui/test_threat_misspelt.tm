// E0206: a misspelt threat in a test
use std.stride
test "typo" {
  actor a
  process b
  flow f: a -> b over Http
  expect CleartextTransprt on f
}
