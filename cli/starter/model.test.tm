//! Tests of the model: what must be found, and what must not. `tm test` runs them.

test "the check notices reminders in plain text" with lending {
  expect CleartextTransport on remind
  expect no CleartextTransport on browse
}
