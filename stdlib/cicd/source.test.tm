//! Source: what fires, what stays silent.
use std.web

test "secrets in the source" {
  data Code { confidentiality = Moderate }
  data Key: LongLivedKey { confidentiality = VeryHigh }
  store open: CodeRepository { holds = [Code, Key], public }
  store bad: CodeRepository { holds = [Code, Key], public = false }
  store good: CodeRepository { holds = Code }
  store quiet: CodeRepository
  expect SecretInSource on open
  expect SecretInSource on bad
  expect no SecretInSource on good
  expect no SecretInSource on quiet
  expect inherent(open) >= inherent(bad)
  expect no SecretOutsideVault on bad // one cause, one threat
}

test "branches" {
  data Code { integrity = High }
  store bare: CodeRepository { holds = Code, protected_branches = false }
  store guarded: CodeRepository { holds = Code, apply BranchProtection }
  store quiet: CodeRepository { holds = Code }
  expect UnprotectedBranch on bare
  expect no UnprotectedBranch on guarded
  expect possible UnprotectedBranch on quiet
}

test "authors" {
  process host: CodeHost
  store believing: CodeRepository { signed_commits = false }
  store strict: CodeRepository { apply SignedCommits }
  store quiet: CodeRepository
  flow host -> believing
  flow host -> strict
  flow host -> quiet
  expect ForgedAuthor on believing
  expect no ForgedAuthor on strict
  expect no ForgedAuthor on quiet
}

test "keys on a laptop" {
  data Key: LongLivedKey { confidentiality = High }
  data Draft { confidentiality = High }
  process careless: DeveloperMachine { holds = [Draft, Key] }
  process careful: DeveloperMachine { holds = Draft }
  expect KeysOnDeveloperMachine on careless
  expect no KeysOnDeveloperMachine on careful
}

test "tools of others" {
  process host: CodeHost
  process elsewhere
  external process greedy: Integration { broad_grant }
  external process modest: Integration { broad_grant = false }
  external process quiet: Integration
  external process apart: Integration { broad_grant }
  flow greedy -> host
  flow modest -> host
  flow quiet -> host
  flow apart -> elsewhere
  expect OvergrantedIntegration on greedy
  expect no OvergrantedIntegration on modest
  expect possible OvergrantedIntegration on quiet
  expect no OvergrantedIntegration on apart
}

test "old keys" {
  data Old: LongLivedKey { age = 900d }
  data Fresh: LongLivedKey { age = 30d }
  data Quiet: LongLivedKey
  data Unused: LongLivedKey { age = 900d }
  store vault: SecretStore { holds = [Old, Fresh, Quiet] }
  expect KeyNeverChanged on Old
  expect no KeyNeverChanged on Fresh
  expect possible KeyNeverChanged on Quiet
  expect no KeyNeverChanged on Unused
}
