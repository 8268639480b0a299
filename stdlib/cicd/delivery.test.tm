//! Delivery: what fires, what stays silent.
use std.web

test "past the pipeline" {
  data App: Artefact
  data Order
  actor alice: Employee
  process laptop: DeveloperMachine
  process runner: CiRunner
  process rollout: DeploymentService
  store images: ContainerRegistry
  flow by_hand: alice -> rollout { sends = App }
  flow pushed: laptop -> images { sends = App }
  flow asked: laptop -> rollout { sends = Order }
  flow built: runner -> images { sends = App }
  expect ReleasedByHand on by_hand
  expect ReleasedByHand on pushed
  expect no ReleasedByHand on asked
  expect no ReleasedByHand on built
}

test "records" {
  data Order { integrity = High }
  actor alice: Employee
  process silent: DeploymentService { audit_log = false }
  process writes: DeploymentService { apply AuditLog }
  process quiet: CiServer
  process with_store: CodeHost { audit_log = false }
  external process theirs: CodeHost
  store records
  flow alice -> silent
  flow alice -> writes
  flow alice -> quiet
  flow alice -> with_store
  flow alice -> theirs
  flow with_store -> records { sends = Order }
  expect UnrecordedDelivery on silent
  expect no UnrecordedDelivery on writes
  expect possible UnrecordedDelivery on quiet
  expect no UnrecordedDelivery on with_store // std.stride says it: MissingAuditTrail
  expect MissingAuditTrail on with_store
  expect no UnrecordedDelivery on theirs
}
