//! Rights: what fires, what stays silent.
use std.data
use std.identity
use std.web

test "roles of programs" {
  boundary outside: Internet {
    actor alice: User
  }
  boundary inside: CloudAccount {
    process wide: CloudFunction { broad_role = true, can_escalate = true, own_identity = false }
    process narrow: CloudFunction { can_escalate = false, own_identity = true, apply TaskRole }
    process quiet: CloudContainer
    process deep: CloudJob
    process deep_wide: CloudJob { broad_role = true }
  }
  flow alice -> wide
  flow alice -> narrow
  flow alice -> quiet
  flow quiet -> deep
  flow quiet -> deep_wide
  expect BroadRole on wide
  expect no BroadRole on narrow
  expect possible BroadRole on quiet
  expect no BroadRole on deep
  expect BroadRole on deep_wide
  expect inherent(deep_wide) < inherent(wide)
  expect SelfPromotion on wide
  expect no SelfPromotion on narrow
  expect no SelfPromotion on quiet
  expect SharedIdentity on wide
  expect no SharedIdentity on narrow
  expect no SharedIdentity on quiet
}

test "secrets among settings" {
  data Key: Secret
  process open: CloudFunction { secrets_in_environment = true }
  process fetched: CloudFunction { holds = Key, secrets_in_environment = false }
  process quiet: CloudFunction
  process keeper: CloudFunction { holds = Key }
  expect SecretsInEnvironment on open
  expect no SecretsInEnvironment on fetched
  expect no SecretsInEnvironment on quiet
  expect possible SecretsInEnvironment on keeper
}

test "keys that never end" {
  data Fixed: CloudKey
  data Unused: CloudKey
  data Lent: CloudKey { lifetime = 1h }
  external process partner
  store inbox: Bucket
  flow f: partner -> inbox { sends = [Fixed, Lent] }
  expect FixedCloudKey on Fixed
  expect no FixedCloudKey on Unused
  expect no FixedCloudKey on Lent
}

test "roles lent to others" {
  boundary vendor: PartnerNetwork {
    external process scanner
    external process careful
    external process quiet
  }
  boundary ours: CloudAccount {
    process builder: CloudJob
    process api: CloudContainer
  }
  flow open: scanner -> api over RoleAssumption {
    caller_pinned = false,
    trusts_whole_account = true
  }
  flow pinned: careful -> api over RoleAssumption { apply PinnedTrust }
  flow unsaid: quiet -> api over RoleAssumption
  flow inner: builder -> api over RoleAssumption {
    caller_pinned = false,
    trusts_whole_account = false
  }
  expect ConfusedDeputy on open
  expect no ConfusedDeputy on pinned
  expect possible ConfusedDeputy on unsaid
  expect no ConfusedDeputy on inner
  expect WideTrust on open
  expect no WideTrust on pinned
  expect no WideTrust on unsaid
  expect no WideTrust on inner
}

test "the state of infrastructure" {
  data State: InfrastructureState
  data Plan
  store kept: Bucket { holds = State }
  store plans: Bucket { holds = Plan }
  store quiet: Bucket
  expect ReadableState on kept
  expect no ReadableState on plans
  expect no ReadableState on quiet
}
