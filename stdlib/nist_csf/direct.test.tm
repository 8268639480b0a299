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
  expect CsfStoreAccess on open
  expect no CsfStoreAccess on ruled
  expect CsfStoreAccess on ledger
  expect no CsfStoreAccess on safe
  expect no CsfStoreAccess on inner
  expect possible CsfStoreAccess on vague
  expect CsfStoreRecords on open
  expect no CsfStoreRecords on ruled
  expect CsfStoreRecords on ledger
  expect no CsfStoreRecords on safe
  expect no CsfStoreRecords on inner
  expect possible CsfStoreRecords on vague
}
