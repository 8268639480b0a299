//! What travels through a delivery pipeline.

/// A key that opens something, does not expire by itself and is the same for every job: of a cloud account, of a registry, of a server.
type LongLivedKey: Secret "Long-lived key" {
  /// How long ago it was made.
  age: Duration
}

/// A key with which artefacts are signed. Whoever has it can make anything look like ours.
type CodeSigningKey: Secret "Signing key"

/// Packages of others that our software is built from.
type DependencySet: data "Dependencies" {
  /// How far the oldest direct dependency is behind its newest release.
  behind: Duration
}

extend Artefact {
  /// A signed statement says from which source it was built, on which runner and how.
  provenance: Bool
  /// The list of everything it is made of is kept as long as it runs anywhere.
  bill_of_materials: Bool
}

/// A container image.
type ContainerImage: Artefact "Container image" {
  /// How long ago the oldest image that still runs was built.
  age: Duration
}

/// What a job printed.
type BuildLog: data "Build log"
