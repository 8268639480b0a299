//! The measure of noise: a small pipeline about which hardly anything is written.
use std.web

test "a pipeline of five parts: only questions" {
  actor developer
  process laptop: DeveloperMachine
  external process host: CodeHost
  process runner: CiRunner
  store source: CodeRepository
  store images: ContainerRegistry
  flow type_in: developer -> laptop
  flow push: laptop -> host
  flow keep: host -> source
  flow fetch: runner -> host
  flow publish: runner -> images
  // nothing is definite: the lowest level means that nothing counts
  expect inherent(developer) == VeryLow
    and inherent(laptop) == VeryLow
    and inherent(runner) == VeryLow
  expect inherent(source) == VeryLow and inherent(images) == VeryLow and inherent(host) == VeryLow
  expect inherent(push) == VeryLow and inherent(fetch) == VeryLow and inherent(publish) == VeryLow
  // the four questions that this package asks
  expect possible UnprotectedBranch on source
  expect possible ReusedRunner on runner
  expect possible MovedTag on runner
  expect possible SwappedArtefact on images
  expect no SecretInSource on source
  expect no ForgedAuthor on source
  expect no KeysOnDeveloperMachine on laptop
  expect no PoisonedPipeline on runner
  expect no OverprivilegedJobs on runner
  expect no PrivilegedJobs on runner
  expect no KeysBesideForeignCode on runner
  expect no SigningKeyOnRunner on runner
  expect no SecretsInBuildLog on runner
  expect no UnlockedDependencies on runner
  expect no DependencyConfusion on runner
  expect no ReleasedByHand on push
  expect no UnrecordedDelivery on host
}

test "the same, with the questions answered badly" {
  data Code { integrity = High }
  process runner: CiRunner { ephemeral = false, pinned_steps = false }
  store source: CodeRepository { holds = Code, protected_branches = false }
  store images: ContainerRegistry { immutable_tags = false }
  flow publish: runner -> images
  expect UnprotectedBranch on source
  expect ReusedRunner on runner
  expect MovedTag on runner
  expect SwappedArtefact on images
}

test "the same, with the questions answered well" {
  data Code { integrity = High }
  process runner: CiRunner { ephemeral, pinned_steps }
  store source: CodeRepository { holds = Code, protected_branches }
  store images: ContainerRegistry { immutable_tags }
  flow publish: runner -> images
  expect inherent(runner) == VeryLow
  expect no UnprotectedBranch on source
  expect no SwappedArtefact on images
}

test "code is no input: where it comes from is asked, not its form" {
  data Code { integrity = High }
  external process host: CodeHost
  process runner: CiRunner
  process gitops: GitOpsController
  process other: Worker
  flow a: runner -> host { receives = Code }
  flow b: gitops -> host { receives = Code }
  flow c: other -> host { receives = Code }
  flow d: other -> runner { sends = Code }
  expect no BelievedAnswers on runner
  expect no BelievedAnswers on gitops
  expect possible BelievedAnswers on other
  expect no UnvalidatedInput on runner
  expect no TrustedClientValues on d
}
