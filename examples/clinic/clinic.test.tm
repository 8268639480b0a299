//! What the security rule asks for, and what happens where it is forgotten.

test "every safeguard is met" with clinic {
  expect no HipaaAccess on portal
  expect no HipaaAudit on portal
  expect no HipaaStoredEncrypted on charts
  expect no HipaaBackups on charts
}

test "a forgotten safeguard is a gap" {
  store copy { holds = Result, encryption_at_rest = false, backups, authentication = Password }
  expect HipaaStoredEncrypted on copy
  expect no HipaaBackups on copy
}
