//! What holds for the tracking service.

test "the way of a request" with tracking {
  expect no CleartextTransport on look_up
  expect CleartextTransport on ingress -> api
  expect no SqlInjection on api
  expect residual(api) == High // partners' fixed keys; TRK-911 brings it down:
  expect target(api) <= Moderate
  expect residual(shipments) <= Low
}

test "what nobody has looked up is asked, not guessed" with tracking {
  expect possible TokensByDefault on cluster
  expect possible UnencryptedAtRest on logs
}
