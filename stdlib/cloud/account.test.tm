//! Accounts: what fires, what stays silent.
use std.data
use std.web

test "an account nobody looks after" {
  boundary bare: CloudAccount {
    activity_logged = false
    root_guarded = false
    spending_watched = false
    local_logins = true
    standing_rights = true
    process a
  }
  boundary kept: CloudAccount {
    apply [ActivityRecord, GuardedRoot, SpendingAlarms, CompanyLogins, RightsForAnHour]
    process b
  }
  boundary quiet: CloudAccount {
    process c
  }
  boundary empty: CloudAccount {
    activity_logged = false
    root_guarded = false
    spending_watched = false
  }
  expect UnrecordedAccount on bare
  expect UnguardedRoot on bare
  expect UnnoticedSpending on bare
  expect LoginsBesideTheCompany on bare
  expect StandingAdministrators on bare
  expect no UnrecordedAccount on kept
  expect no UnguardedRoot on kept
  expect no UnnoticedSpending on kept
  expect no LoginsBesideTheCompany on kept
  expect no StandingAdministrators on kept
  expect possible UnrecordedAccount on quiet
  expect possible UnguardedRoot on quiet
  expect possible UnnoticedSpending on quiet
  expect no LoginsBesideTheCompany on quiet
  expect no StandingAdministrators on quiet
  expect no UnrecordedAccount on empty
  expect no UnguardedRoot on empty
  expect no UnnoticedSpending on empty
}

test "programs above all accounts" {
  boundary top: ManagementAccount {
    process shop: CloudContainer
  }
  boundary clean: ManagementAccount {
    process setup: BackgroundJob
  }
  boundary other: CloudAccount {
    process api: CloudContainer
  }
  expect WorkloadsAtTheTop on top
  expect no WorkloadsAtTheTop on clean
  expect no WorkloadsAtTheTop on other
}

test "stages" {
  boundary mixed: CloudAccount {
    boundary live: CloudNetwork {
      stage = Production
      process shop: WebApp
    }
    boundary trial: CloudNetwork {
      stage = Test
      process copy: WebApp
    }
  }
  boundary alone: CloudAccount {
    stage = Production
    process payments: WebService
  }
  boundary quiet: CloudAccount {
    process unknown_stage: WebService
  }
  flow leak: copy -> payments
  flow back: payments -> copy
  flow unclear: unknown_stage -> payments
  expect StagesShareAccount on mixed
  expect no StagesShareAccount on alone
  expect no StagesShareAccount on quiet
  expect TestReachesProduction on leak
  expect no TestReachesProduction on back
  expect no TestReachesProduction on unclear
}

test "what is said about the organisation holds for its accounts" {
  boundary company: CloudOrganisation {
    apply [ActivityRecord, GuardedRoot]
    spending_watched = true
    local_logins = true
    boundary first: CloudAccount {
      process a
    }
    boundary second: CloudAccount {
      local_logins = false
      process b
    }
  }
  expect a.trust == Trusted
  expect no UnrecordedAccount on first
  expect no UnguardedRoot on first
  expect no UnnoticedSpending on first
  expect LoginsBesideTheCompany on first
  expect no LoginsBesideTheCompany on second
}
