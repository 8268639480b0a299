//! Repudiation: what fires, what stays silent.

test "actions of nobody" {
  actor alice
  actor bob
  process kiosk { authentication = NoAuthentication }
  process office { authentication = Saml }
  flow a: alice -> kiosk
  flow b: bob -> office
  expect RepudiatedAction on alice
  expect no RepudiatedAction on bob
}

test "changes without a record" {
  data Balance { integrity = High }
  actor alice
  process bank { audit_log = false }
  process careful { audit_log = true }
  process quiet
  store ledger
  flow a: alice -> bank
  flow b: alice -> careful
  flow c: alice -> quiet
  flow d: bank -> ledger { sends = Balance }
  flow e: careful -> ledger { sends = Balance }
  flow f: quiet -> ledger { sends = Balance }
  expect MissingAuditTrail on bank
  expect no MissingAuditTrail on careful
  expect possible MissingAuditTrail on quiet
}

test "nothing of weight is changed" {
  data Colour { integrity = VeryLow }
  actor alice
  process page { audit_log = false }
  store settings
  flow a: alice -> page
  flow b: page -> settings { sends = Colour }
  expect no MissingAuditTrail on page
}

test "a trail that can be rewritten" {
  data Trail: AuditTrail
  process api
  store trail { holds = Trail, append_only = false }
  store archive { holds = Trail, append_only = true }
  store other
  flow a: api -> trail
  flow b: api -> archive
  flow c: api -> other
  expect ForgedTrail on trail
  expect no ForgedTrail on archive
  expect no ForgedTrail on other
}
