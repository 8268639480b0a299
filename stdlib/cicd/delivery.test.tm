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

test "behind a relay" {
  data Package: Artefact
  actor dev: Employee
  process lb: LoadBalancer
  process ci: CiServer { audit_log = false }
  process strict: CiServer { audit_log = true }
  process quiet: CiServer
  process lonely: CiServer { audit_log = false }
  process robot: WebService
  process robot_lb: LoadBalancer
  store registry: ArtefactRegistry
  store mirror: ArtefactRegistry
  flow a: dev -> lb { sends = Package }
  flow b: lb -> registry { sends = Package }
  flow c: lb -> ci
  flow d: lb -> strict
  flow e: lb -> quiet
  flow f: robot -> robot_lb { sends = Package }
  flow g: robot_lb -> lonely
  flow h: robot_lb -> mirror { sends = Package }
  expect ReleasedByHand on b
  expect no ReleasedByHand on h
  expect UnrecordedDelivery on ci
  expect no UnrecordedDelivery on strict
  expect possible UnrecordedDelivery on quiet
  expect no UnrecordedDelivery on lonely
}
