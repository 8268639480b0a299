//! What the security rule asks for, and what happens where it is forgotten.

test "every safeguard is met" with clinic {
  expect no HipaaAccess on portal
  expect no HipaaAudit on portal
  expect no HipaaUniqueUsers on portal
  expect no HipaaLogoff on portal
  expect no HipaaIntegrity on charts
  expect no HipaaProof on charts
  expect no HipaaStoredEncrypted on charts
  expect no HipaaBackups on charts
}

test "a forgotten safeguard is a gap" {
  store copy { holds = Result, encryption_at_rest = false, backups, authentication = Password }
  expect HipaaStoredEncrypted on copy
  expect no HipaaBackups on copy
}

test "a balancer in front takes nothing off the portal" {
  actor patient: User
  process front: LoadBalancer
  process portal: WebApp { authentication = ApiKey }
  flow see: patient -> front over Https { receives = Result }
  flow hand_on: front -> portal over Https { receives = Result }
  expect HipaaUniqueUsers on portal
}
