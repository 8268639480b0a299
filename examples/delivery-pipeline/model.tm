//! The way of our software from a developer's machine to production.

use std.cicd
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

data Image: ContainerImage "Image of the shipping service" {
  confidentiality = Moderate
  integrity = VeryHigh
  provenance
  age = 12d // the build of the last release; every Monday there is a new one
}

/// Who built an image, from which commit, on which runner; signed.
data Provenance "Provenance" { confidentiality = VeryLow, integrity = High }

data JobLog: BuildLog "Build log" { confidentiality = Moderate, integrity = Low }

/// Left from the first year: a script that uploads the documentation uses them.
data AwsKeys: LongLivedKey "AWS keys of the documentation bucket" {
  age = 1_180d
  confidentiality = VeryHigh
  integrity = High
}

data JobToken: Credentials "Token of one job" { confidentiality = High, integrity = High }
data SigningKey: CodeSigningKey "Signing key" { confidentiality = VeryHigh, integrity = VeryHigh }
data DeployEvents: AuditTrail "Who deployed what" { confidentiality = Low, integrity = High }

/// Developers' disks are encrypted and their machines are managed; the office team checks it monthly.
assumption managed_laptops "Developers' machines are managed"

/// We have not asked the code host how the runners that it offers are separated from each other.
assumption hosted_runners "The code host keeps its customers' runners apart"

attacker stranger "Stranger with an account at the code host" {
  starts_at = [contributor]
  skill = Level.Moderate
}

/// Their code runs in our build, so that is where they start.
attacker maintainer "Someone who took over a package we use" {
  starts_at = [build_runner]
  skill = Level.High
}

goal merge_code "Have code of their own merged" {
  attacker = stranger
  target = repository
  impact = Level.VeryHigh
}
goal sign_anything "Have an image of their own signed" {
  attacker = maintainer
  target = signing
  impact = Level.VeryHigh
}
goal ship_anything "Put an image of their own into the registry" {
  attacker = maintainer
  target = registry
  impact = Level.VeryHigh
}

view building "Build" {
  include = [code_host, repository, build_runner, cache, registry, public_packages]
}
view rollout "Rollout" {
  include = [registry, deploy_runner, signing, control_plane, service, deploy_log]
}
