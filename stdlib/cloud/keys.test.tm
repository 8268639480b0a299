//! Keys and secrets: what fires, what stays silent.
use std.web

test "keys" {
  store loose: KeyService { usable_by_all = true, deletion_delayed = false }
  store strict: KeyService { deletion_delayed = true, apply KeyPolicies }
  store quiet: KeyService
  expect KeysForEveryone on loose
  expect no KeysForEveryone on strict
  expect no KeysForEveryone on quiet
  expect DestroyedKey on loose
  expect no DestroyedKey on strict
  expect possible DestroyedKey on quiet
}

test "secrets" {
  process api: WebService
  store old: CloudSecrets { rotated = false }
  store new: CloudSecrets { apply SecretRotation }
  store quiet: CloudSecrets
  store unused: CloudSecrets { rotated = false }
  flow api -> old
  flow api -> new
  flow api -> quiet
  expect UnchangedSecrets on old
  expect no UnchangedSecrets on new
  expect possible UnchangedSecrets on quiet
  expect no UnchangedSecrets on unused
}
