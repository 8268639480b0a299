//! What the documentation settles, and what it leaves to be asked.

test "what the guide says" with kubeedge {
  expect FakeDeviceTakenIn on cert_service
  expect no CleartextTransport on uplink
}

test "what the guide does not say" with kubeedge {
  expect possible WeakAuthentication on cloud_stream
  expect possible UnencryptedAtRest on local_db
}
