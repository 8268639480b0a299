//! What the documentation settles.

test "the defaults" with kubernetes {
  expect UnencryptedAtRest on etcd
  expect FlatNetwork on apps
  expect PermissiveAdmission on apps
  expect MissingAuditTrail on api
}
