//! Stores that people ask themselves, or programs in their hands: there is no program of ours to look at.

use std.web

test "an app and an administrator at the store itself" {
  actor ann: User
  actor root: Administrator
  process app: MobileApp
  process tunnel: Relay
  process shop
  store open: ServesClients {
    holds = Card
    authentication = ApiKey
    rules_per_user = false
    queries_recorded = false
  }
  store ruled: ServesClients {
    holds = Card
    authentication = OpenIdConnect
    rules_per_user
    queries_recorded
  }
  store ledger {
    holds = Card,
    authentication = NoAuthentication,
    queries_recorded = false,
    apply LeastPrivilege
  }
  store safe { holds = Card, authentication = Kerberos, queries_recorded, apply LeastPrivilege }
  store inner { holds = Card, authentication = ApiKey, queries_recorded = false }
  store vague: ServesClients { holds = Card }
  flow a: ann -> app { sends = [] }
  flow b: app -> open over Https { receives = Card }
  flow c: app -> ruled over Https { receives = Card }
  flow d: root -> tunnel over Ssh { receives = Card }
  flow e: tunnel -> ledger over Ssh { receives = Card }
  flow f: root -> safe over Ssh { receives = Card }
  flow g: shop -> inner over Https { receives = Card }
  flow h: app -> vague over Https { receives = Card }
  expect PciStoreAccess on open
  expect no PciStoreAccess on ruled
  expect PciStoreAccess on ledger
  expect no PciStoreAccess on safe
  expect no PciStoreAccess on inner
  expect possible PciStoreAccess on vague
  expect PciStoreRecords on open
  expect no PciStoreRecords on ruled
  expect PciStoreRecords on ledger
  expect no PciStoreRecords on safe
  expect no PciStoreRecords on inner
  expect possible PciStoreRecords on vague
}

test "those who run the system at the store itself, with one proof or two" {
  actor root: Administrator
  actor keyed: Administrator { apply MultiFactor }
  actor ann: User
  process gate: Relay { second_factor = SecurityKey }
  process plain: Relay { second_factor = NoSecondFactor }
  process unsaid: Relay
  store guarded { holds = Card }
  store loose { holds = Card }
  store asked { holds = Card }
  store own { holds = Card }
  store visited: ServesClients { holds = Card }
  flow a: root -> gate over Ssh { receives = Card }
  flow b: gate -> guarded over Ssh { receives = Card }
  flow c: root -> plain over Ssh { receives = Card }
  flow d: plain -> loose over Ssh { receives = Card }
  flow e: root -> unsaid over Ssh { receives = Card }
  flow f: unsaid -> asked over Ssh { receives = Card }
  flow g: keyed -> own over Ssh { receives = Card }
  flow h: ann -> visited over Https { receives = Card }
  expect no PciStoreMultiFactor on guarded
  expect PciStoreMultiFactor on loose
  expect possible PciStoreMultiFactor on asked
  expect no PciStoreMultiFactor on own
  expect no PciStoreMultiFactor on visited
}
