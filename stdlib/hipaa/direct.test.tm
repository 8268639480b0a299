//! Stores that people ask themselves, or programs in their hands: there is no program of ours to look at.

use std.web

test "an app and an administrator at the store itself" {
  actor ann: User
  actor root: Administrator
  process app: MobileApp
  process tunnel: Relay
  process shop
  store open: ServesClients {
    holds = Chart
    authentication = ApiKey
    rules_per_user = false
    queries_recorded = false
  }
  store ruled: ServesClients {
    holds = Chart
    authentication = OpenIdConnect
    rules_per_user
    queries_recorded
  }
  store ledger {
    holds = Chart,
    authentication = NoAuthentication,
    queries_recorded = false,
    apply LeastPrivilege
  }
  store safe { holds = Chart, authentication = Kerberos, queries_recorded, apply LeastPrivilege }
  store inner { holds = Chart, authentication = ApiKey, queries_recorded = false }
  store vague: ServesClients { holds = Chart }
  flow a: ann -> app { sends = [] }
  flow b: app -> open over Https { receives = Chart }
  flow c: app -> ruled over Https { receives = Chart }
  flow d: root -> tunnel over Ssh { receives = Chart }
  flow e: tunnel -> ledger over Ssh { receives = Chart }
  flow f: root -> safe over Ssh { receives = Chart }
  flow g: shop -> inner over Https { receives = Chart }
  flow h: app -> vague over Https { receives = Chart }
  expect HipaaStoreAccess on open
  expect no HipaaStoreAccess on ruled
  expect HipaaStoreAccess on ledger
  expect no HipaaStoreAccess on safe
  expect no HipaaStoreAccess on inner
  expect possible HipaaStoreAccess on vague
  expect HipaaStoreRecords on open
  expect no HipaaStoreRecords on ruled
  expect HipaaStoreRecords on ledger
  expect no HipaaStoreRecords on safe
  expect no HipaaStoreRecords on inner
  expect possible HipaaStoreRecords on vague
  expect HipaaStoreUsers on open
  expect no HipaaStoreUsers on ruled
  expect HipaaStoreUsers on ledger
  expect no HipaaStoreUsers on safe
  expect no HipaaStoreUsers on inner
  expect possible HipaaStoreUsers on vague
}
