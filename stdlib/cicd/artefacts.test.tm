//! Artefacts: what fires, what stays silent.
use std.web

test "versions" {
  store loose: ArtefactRegistry { immutable_tags = false }
  store firm: ContainerRegistry { apply ImmutableVersions }
  store quiet: PackageRegistry
  expect SwappedArtefact on loose
  expect no SwappedArtefact on firm
  expect possible SwappedArtefact on quiet
}

test "at the door of production" {
  data App: Artefact
  process believing: DeploymentService { verifies_artefacts = false }
  process strict: GitOpsController { apply VerifiedRelease }
  process quiet: WebService + Deploys
  process empty_handed: DeploymentService { verifies_artefacts = false }
  process runner: CiRunner
  store images: ContainerRegistry
  flow believing -> images { receives = App }
  flow strict -> images { receives = App }
  flow runner -> quiet { sends = App }
  expect UnverifiedRelease on believing
  expect no UnverifiedRelease on strict
  expect possible UnverifiedRelease on quiet
  expect no UnverifiedRelease on empty_handed
}

test "origin and ingredients" {
  data Dark: Artefact { provenance = false, bill_of_materials = false }
  data Clear: Artefact { provenance, bill_of_materials }
  data Quiet: Artefact
  data Local: Artefact { provenance = false, bill_of_materials = false }
  process runner: CiRunner
  process disk
  store images: ContainerRegistry
  flow runner -> images { sends = [Dark, Clear, Quiet] }
  flow runner -> disk { sends = Local }
  expect UnknownOrigin on Dark
  expect UnknownIngredients on Dark
  expect no UnknownOrigin on Clear
  expect no UnknownIngredients on Clear
  expect possible UnknownOrigin on Quiet
  expect possible UnknownIngredients on Quiet
  expect no UnknownOrigin on Local
  expect no UnknownIngredients on Local
}

test "old images" {
  data Old: ContainerImage { age = 300d }
  data Fresh: ContainerImage { age = 7d }
  data Unmeasured: ContainerImage
  expect StaleImage on Old
  expect no StaleImage on Fresh
  expect no StaleImage on Unmeasured
}

test "signatures for anything" {
  process runner: CiRunner
  actor officer: Employee
  store blind: SigningService { checks_origin = false }
  store guarded: SigningService { apply GuardedSigning }
  store quiet: SigningService
  store by_hand: SigningService { checks_origin = false }
  flow runner -> blind
  flow runner -> guarded
  flow runner -> quiet
  flow officer -> by_hand
  expect BlindSigning on blind
  expect no BlindSigning on guarded
  expect possible BlindSigning on quiet
  expect no BlindSigning on by_hand
}

test "artefacts of strangers" {
  external process hub: PublicPackages
  process rollout: DeploymentService
  process runner: CiRunner
  store own: ContainerRegistry
  flow straight: rollout -> hub
  flow from_own: rollout -> own
  flow while_building: runner -> hub
  expect ForeignArtefacts on straight
  expect no ForeignArtefacts on from_own
  expect no ForeignArtefacts on while_building
}
