//! Stores that people ask themselves, or programs in their hands: there is no program of ours to look at.

use std.web

test "an app and an administrator at the store itself" {
  actor ann: User
  actor root: Administrator
  process app: MobileApp
  process tunnel: Relay
  process shop
  store open: ServesClients {
    holds = Record
    authentication = ApiKey
    rules_per_user = false
    queries_recorded = false
  }
  store ruled: ServesClients {
    holds = Record
    authentication = OpenIdConnect
    rules_per_user
    queries_recorded
  }
  store ledger {
    holds = Record,
    authentication = NoAuthentication,
    queries_recorded = false,
    apply LeastPrivilege
  }
  store safe { holds = Record, authentication = Kerberos, queries_recorded, apply LeastPrivilege }
  store inner { holds = Record, authentication = ApiKey, queries_recorded = false }
  store vague: ServesClients { holds = Record }
  flow a: ann -> app { sends = [] }
  flow b: app -> open over Https { receives = Record }
  flow c: app -> ruled over Https { receives = Record }
  flow d: root -> tunnel over Ssh { receives = Record }
  flow e: tunnel -> ledger over Ssh { receives = Record }
  flow f: root -> safe over Ssh { receives = Record }
  flow g: shop -> inner over Https { receives = Record }
  flow h: app -> vague over Https { receives = Record }
  expect CisStoreAccess on open
  expect no CisStoreAccess on ruled
  expect CisStoreAccess on ledger
  expect no CisStoreAccess on safe
  expect no CisStoreAccess on inner
  expect possible CisStoreAccess on vague
  expect CisStoreRecords on open
  expect no CisStoreRecords on ruled
  expect CisStoreRecords on ledger
  expect no CisStoreRecords on safe
  expect no CisStoreRecords on inner
  expect possible CisStoreRecords on vague
}

test "those who run the system at the store itself, with one proof or two" {
  actor root: Administrator
  actor keyed: Administrator { apply MultiFactor }
  actor ann: User
  process gate: Relay { second_factor = SecurityKey }
  process plain: Relay { second_factor = NoSecondFactor }
  process unsaid: Relay
  store guarded { holds = Record }
  store loose { holds = Record }
  store asked { holds = Record }
  store own { holds = Record }
  store visited: ServesClients { holds = Record }
  flow a: root -> gate over Ssh { receives = Record }
  flow b: gate -> guarded over Ssh { receives = Record }
  flow c: root -> plain over Ssh { receives = Record }
  flow d: plain -> loose over Ssh { receives = Record }
  flow e: root -> unsaid over Ssh { receives = Record }
  flow f: unsaid -> asked over Ssh { receives = Record }
  flow g: keyed -> own over Ssh { receives = Record }
  flow h: ann -> visited over Https { receives = Record }
  expect no CisStoreMultiFactor on guarded
  expect CisStoreMultiFactor on loose
  expect possible CisStoreMultiFactor on asked
  expect no CisStoreMultiFactor on own
  expect no CisStoreMultiFactor on visited
}
