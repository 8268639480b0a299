//! What a delivery pipeline is made of: types and controls that the standard library does not have.
//! They are as good as those of the standard library; nothing about them is special to the compiler.

/// Source code with its history.
type Repository: ObjectStore "Repository" {
  /// Nothing reaches the main branch without review and green checks, not even from administrators.
  protected_branches: Bool
}

/// Built things, ready to run.
type ArtefactRegistry: ObjectStore "Artefact registry" {
  /// A name and version, once written, always means the same bytes.
  immutable_tags: Bool
}

/// Runs what a repository tells it to run.
type CiRunner: Worker "CI runner" {
  /// Each job gets a fresh machine, which is thrown away afterwards.
  ephemeral: Bool
  /// Pull requests of people who are not on the team run here, with the same secrets.
  runs_forks: Bool
  /// Steps written by others are named by digest, not by a tag that can be moved.
  pinned_steps: Bool
  /// How long a job waits before it starts, in the median of a week.
  median_wait: Duration
}

/// Keys that open an account at a cloud provider and do not expire.
type CloudKey: Secret "Long-lived cloud key"

/// Packages by others that our software is built from.
type DependencySet: data "Dependencies" {
  /// How far the oldest direct dependency is behind its newest release.
  behind: Duration
}

/// Something that was built.
type Artefact: data "Artefact"

/// Cloud roles are lent to a job for an hour against a token that names repository and branch.
control FederatedIdentity: process + store "Short-lived identity for jobs" {
  strength = 90%
  satisfies = ["NIST-800-53 IA-5", "ISO-27001 A.5.17"]
  cost = 3_000 EUR
}

/// Commits that contain what looks like a key are refused before they are stored.
control PushProtection: Repository "Secrets refused on push" {
  strength = 70%
  satisfies = ["NIST-800-53 IA-5(7)", "ISO-27001 A.8.4"]
  cost = 2_000 EUR
}

/// The main branch takes only reviewed changes with green checks.
control BranchProtection: Repository "Protected branches" {
  strength = 70%
  protected_branches = true
  satisfies = ["NIST-800-53 CM-3", "ISO-27001 A.8.32"]
  cost = 500 EUR
}

/// Artefacts carry a signature and a statement of where they were built; what has none is not started.
control SignedArtefacts: process + store "Signed artefacts" {
  strength = 85%
  satisfies = ["NIST-800-53 SI-7(15)", "NIST-800-53 CM-14"]
  cost = 7_000 EUR
}

/// More runners start when jobs wait.
control RunnerPool: CiRunner "Runners on demand" {
  strength = 80%
  cost = 4_000 EUR
}
