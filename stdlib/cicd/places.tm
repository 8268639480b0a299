//! Where source, packages and artefacts rest.
use std.web

extend CodeRepository {
  /// Nothing reaches the branches that are built for release without a second person, not even from administrators.
  protected_branches: Bool
  /// Anyone may read it.
  public: Bool
  /// Commits carry a signature of their author, and others are refused.
  signed_commits: Bool
}

/// Built things, ready to run.
type ArtefactRegistry: ObjectStore "Artefact registry" {
  icon = "registry"
  /// A name and version, once written, always means the same bytes.
  immutable_tags: Bool
}

/// Container images, ready to run.
type ContainerRegistry: ArtefactRegistry "Container registry"

/// Packages of our own, and approved copies of those of others.
type PackageRegistry: ArtefactRegistry "Package registry" { icon = "package" }

/// What builds keep for later builds, to be faster.
type BuildCache: Cache "Build cache" {
  icon = "cache"
  /// A job for an unreviewed change cannot write what a job for a release reads.
  separated: Bool
}

/// Holds signing keys and signs for others.
type SigningService: SecretStore "Signing service" {
  icon = "certificate"
  /// It signs only what it knows to come from a build of a protected branch, not whatever a caller sends.
  checks_origin: Bool
}

/// Where software is tried out before it is released.
type TestEnvironment: boundary "Test environment" { icon = "area", stage = Test }

extend SecretsVault {
  /// Whoever may read one secret may not read those of other systems.
  separate_readers: Bool
  /// Who read which secret when is recorded where its readers and administrators cannot change it.
  reads_recorded: Bool
}
