//! The team's table, and each rule of threats.tm once raised and once silent.

test "the table: each row comes to the risk that was agreed" with pipeline {
  expect HardCodedCloudKeys on repository
  expect inherent(repository) == High // chance High, harm Critical
  expect OutdatedDependency on Packages
  expect inherent(Packages) == Moderate // chance Medium, harm Medium
  expect SlowRunner on test_runner
  expect inherent(test_runner) == Low // chance High, harm Low
}

test "slow and quick runners" {
  model team { matrix = PipelineRisk }
  process slow: CiRunner { median_wait = 40min, ephemeral, pinned_steps, runs_forks = false }
  process quick: CiRunner { median_wait = 1min, ephemeral, pinned_steps, runs_forks = false }
  expect SlowRunner on slow
  expect inherent(slow) == Low
  expect no SlowRunner on quick
}

test "keys in the source" {
  model team { matrix = PipelineRisk }
  data Key: LongLivedKey
  data Code { confidentiality = Low }
  store bad: CodeRepository { holds = [Code, Key], protected_branches }
  store good: CodeRepository { holds = Code, protected_branches }
  expect HardCodedCloudKeys on bad
  expect inherent(bad) == High
  expect no HardCodedCloudKeys on good
}

test "packages" {
  model team { matrix = PipelineRisk }
  data Old: DependencySet { behind = 290d }
  data Fresh: DependencySet { behind = 20d }
  data Unmeasured: DependencySet
  expect OutdatedDependency on Old
  expect inherent(Old) == Moderate
  expect no OutdatedDependency on Fresh
  expect possible OutdatedDependency on Unmeasured
}

test "levels of the library on the team's scales" {
  model team { matrix = PipelineRisk }
  actor alice: User
  process shop: WebService {
    internet_facing
    authentication = Passkey
    input_validation
    load_limited = false
  }
  flow f: alice -> shop over Https
  expect DenialOfService on shop // likelihood High, impact Moderate of std.core
  expect inherent(shop) == Moderate // chance High, harm Medium
}
