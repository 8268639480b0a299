//! The way of our software from a developer's machine to production.

use std.web

model pipeline "Delivery pipeline" {
  owner = "platform@example.org"
  scope = "Source, build, registry and rollout of the shipping service. The service itself has a model of its own."
  methods = [Stride]
  matrix = PipelineRisk // of scales.tm; without this line risk is measured by the matrix of NIST SP 800-30
  appetite = Moderate
}

tag release "Part of what every release goes through"

data SourceCode "Source code" { confidentiality = Moderate, integrity = High }

/// The pipeline's own description lies beside the source and is changed the same way.
data PipelineFiles "Pipeline files" { confidentiality = Low, integrity = VeryHigh }

data Packages: DependencySet "Packages of others" {
  confidentiality = VeryLow
  integrity = High
  behind = 290d // measured on the first of the month
}

data Image: Artefact "Container image" { confidentiality = Moderate, integrity = VeryHigh }

/// Who built an image, from which commit, on which runner; signed.
data Provenance "Provenance" { confidentiality = VeryLow, integrity = High }

data BuildLog "Build log" { confidentiality = Moderate, integrity = Low }

/// Left from the first year: a script that uploads the documentation uses them.
data AwsKeys: CloudKey "AWS keys of the documentation bucket" {
  confidentiality = VeryHigh
  integrity = High
}

data JobToken: Credentials "Token of one job" { confidentiality = High, integrity = High }
data SigningKey: Secret "Signing key" { confidentiality = VeryHigh, integrity = VeryHigh }
data DeployEvents: AuditTrail "Who deployed what" { confidentiality = Low, integrity = High }

/// Developers' disks are encrypted and their machines are managed; the office team checks it monthly.
assumption managed_laptops "Developers' machines are managed"

/// We have not asked the code host how the runners that it offers are separated from each other.
assumption hosted_runners "The code host keeps its customers' runners apart"

attacker stranger "Stranger with an account at the code host" {
  starts_at = [contributor],
  skill = Level.Moderate
}
attacker maintainer "Someone who took over a package we use" {
  starts_at = [public_packages],
  skill = Level.High
}

goal ship_code "Run code of their own in production" {
  attacker = stranger
  target = service
  impact = Level.VeryHigh
}
goal sign_anything "Sign an image of their own" {
  attacker = maintainer,
  target = signing,
  impact = Level.VeryHigh
}

view building "Build" {
  include = [code_host, repository, build_runner, cache, registry, public_packages]
}
view rollout "Rollout" {
  include = [registry, deploy_runner, signing, control_plane, service, deploy_log]
}
