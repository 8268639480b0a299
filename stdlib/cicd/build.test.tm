//! Build: what fires, what stays silent.
use std.web

test "strangers' changes" {
  boundary outside: Internet {
    actor contributor: User
  }
  boundary inside: PrivateNetwork {
    actor colleague: Employee
    process host: CodeHost
    process own_host: CodeHost
    process careless: CiRunner { runs_forks }
    process careful: CiRunner { runs_forks = false }
    process asked: CiRunner
    process closed: CiRunner
  }
  flow contributor -> host
  flow colleague -> own_host
  flow careful -> host
  flow asked -> host
  flow closed -> own_host
  expect PoisonedPipeline on careless
  expect no PoisonedPipeline on careful
  expect possible PoisonedPipeline on asked
  expect no PoisonedPipeline on closed // nobody from outside can propose anything there
}

test "keys for every job" {
  data Token: Credentials
  data Text
  store vault: SecretStore
  process wide: CiRunner { scoped_credentials = false }
  process narrow: CiRunner { apply ScopedCredentials }
  process quiet: CiRunner
  process poor: CiRunner
  flow wide -> vault { receives = Token }
  flow narrow -> vault { receives = Token }
  flow vault -> quiet { sends = Token }
  flow poor -> vault { sends = Text }
  expect OverprivilegedJobs on wide
  expect no OverprivilegedJobs on narrow
  expect possible OverprivilegedJobs on quiet
  expect no OverprivilegedJobs on poor
}

test "machines that are used again" {
  process old: CiRunner { ephemeral = false }
  process fresh: CiRunner { apply EphemeralRunners }
  process quiet: CiRunner
  expect ReusedRunner on old
  expect no ReusedRunner on fresh
  expect possible ReusedRunner on quiet
}

test "jobs that own the machine" {
  process shared: CiRunner { privileged_jobs, ephemeral = false }
  process thrown_away: CiRunner { privileged_jobs, ephemeral }
  process plain: CiRunner { privileged_jobs = false, ephemeral = false }
  process quiet: CiRunner
  expect PrivilegedJobs on shared
  expect no PrivilegedJobs on thrown_away
  expect no PrivilegedJobs on plain
  expect no PrivilegedJobs on quiet
}

test "steps of others" {
  process tags: CiRunner { pinned_steps = false }
  process digests: CiRunner { apply PinnedSteps }
  process quiet: CiRunner
  expect MovedTag on tags
  expect no MovedTag on digests
  expect possible MovedTag on quiet
}

test "strangers' code beside lasting keys" {
  data Key: LongLivedKey { confidentiality = VeryHigh }
  data Token: Credentials { confidentiality = High }
  data Packages: DependencySet
  store vault: SecretStore
  external process npm: PublicPackages
  process all_in_one: CiRunner { keys_apart = false }
  process split: CiRunner { apply SplitJobs }
  process quiet: CiRunner
  process lent: CiRunner { keys_apart = false }
  process publisher: CiRunner { keys_apart = false }
  flow all_in_one -> npm { receives = Packages }
  flow all_in_one -> vault { receives = Key }
  flow split -> npm { receives = Packages }
  flow split -> vault { receives = Key }
  flow quiet -> npm { receives = Packages }
  flow quiet -> vault { receives = Key }
  flow lent -> npm { receives = Packages }
  flow lent -> vault { receives = Token }
  flow publisher -> vault { receives = Key }
  expect KeysBesideForeignCode on all_in_one
  expect no KeysBesideForeignCode on split
  expect possible KeysBesideForeignCode on quiet
  expect no KeysBesideForeignCode on lent
  expect no KeysBesideForeignCode on publisher
}

test "the signing key" {
  data Key: CodeSigningKey { confidentiality = VeryHigh }
  data Signature
  data Digest
  store vault: SecretStore
  process signs_itself: CiRunner
  process asks: CiRunner
  flow signs_itself -> vault { receives = Key }
  flow asks -> vault { sends = Digest, receives = Signature }
  expect SigningKeyOnRunner on signs_itself
  expect no SigningKeyOnRunner on asks
}

test "what jobs print" {
  data Token: Credentials
  data Log: BuildLog
  data Text
  process host: CodeHost
  process talks: CiRunner { masked_logs = false }
  process masks: CiRunner { apply MaskedLogs }
  process quiet: CiRunner
  process innocent: CiRunner { masked_logs = false }
  flow talks -> host { sends = Log, receives = Token }
  flow masks -> host { sends = Log, receives = Token }
  flow quiet -> host { sends = Log, receives = Token }
  flow innocent -> host { sends = Log, receives = Text }
  expect SecretsInBuildLog on talks
  expect no SecretsInBuildLog on masks
  expect possible SecretsInBuildLog on quiet
  expect no SecretsInBuildLog on innocent
}

test "caches" {
  process runner: CiRunner
  store common: BuildCache { separated = false }
  store apart: BuildCache { apply SeparatedCaches }
  store quiet: BuildCache
  flow runner -> common
  flow runner -> apart
  flow runner -> quiet
  expect PoisonedBuildCache on common
  expect no PoisonedBuildCache on apart
  expect possible PoisonedBuildCache on quiet
}

test "build servers" {
  boundary outside: Internet {
    actor eve: Visitor
  }
  boundary inside: PrivateNetwork {
    actor alice: Employee
    process open: CiServer
    process closed: CiServer
  }
  flow eve -> open
  flow alice -> closed
  expect ExposedBuildServer on open
  expect no ExposedBuildServer on closed
}
