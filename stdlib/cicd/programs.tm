//! Who writes, builds and delivers.
use std.web

/// The machine at which somebody writes our software.
type DeveloperMachine: Workstation "Developer's machine"

/// Keeps repositories, reviews and rights to them.
type CodeHost: WebApp "Code host" { icon = "repository" }

/// Decides what is built when, and hands jobs to runners.
type CiServer: WebApp "CI server" { icon = "workflow" }

/// Runs what a repository tells it to run. Rented runners too are ours to configure: `external` are only those of others' pipelines.
type CiRunner: Worker + RunsGivenCode "CI runner" {
  icon = "runner"
  /// Each job gets a fresh machine, which is thrown away afterwards.
  ephemeral: Bool
  /// Changes proposed by people outside the team are built here.
  runs_forks: Bool
  /// Steps written by others are named by digest, not by a tag that can be moved.
  pinned_steps: Bool
  /// Versions and digests of all packages are written down beside the source, and the build takes nothing else.
  locked_dependencies: Bool
  /// Names of our own packages are looked up in our own registry only.
  reserved_names: Bool
  /// A job is given only the credentials that its task needs, and one for an unreviewed change gets none that publish or deploy.
  scoped_credentials: Bool
  /// Jobs that are given keys run no packages or steps of others.
  keys_apart: Bool
  /// Jobs may start privileged containers or talk to the machine's container runtime.
  privileged_jobs: Bool
  /// Secrets are blotted out in what jobs print.
  masked_logs: Bool
}

/// Offers packages of everyone to everyone.
type PublicPackages: process "Public package registry" { icon = "package" }

/// An application of someone else that was given rights at the code host or the CI server: a bot, a scanner, a dashboard.
type Integration: process "Third-party integration" {
  icon = "plug"
  /// It may write, or read more than the few repositories that it is for.
  broad_grant: Bool
}

/// Puts what was built into production. An ability: added to a type, as in `process api: WebService + Deploys`.
type Deploys: process "Deploys artefacts" {
  /// It starts only what carries a valid signature and statement of origin of ours.
  verifies_artefacts: Bool
}

/// Fetches the wanted state from a repository and makes it so.
type GitOpsController: Worker + Deploys + RunsGivenCode "GitOps controller" { icon = "runner" }

/// Rolls releases out, stops them and takes them back.
type DeploymentService: WebService + Deploys "Deployment service" { icon = "runner" }
