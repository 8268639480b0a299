//! What the documentation settles, and what it leaves to be asked.

test "what is written down" with longhorn {
  expect PrivilegedContainer on manager
  expect UnencryptedAtRest on disk
}

test "what is not" with longhorn {
  expect possible BackupsInReach on backup_target
}
