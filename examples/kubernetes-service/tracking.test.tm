//! What holds for the tracking service, and the three rules of workloads.tm.

test "the way of a request" with tracking {
  expect no CleartextTransport on look_up
  expect CleartextTransport on ingress -> api
  expect no SqlInjection on api
  expect residual(api) == High // partners' fixed keys; TRK-911 brings it down:
  expect target(api) <= Moderate
  expect residual(shipments) <= Low
}

test "what nobody has looked up is asked, not guessed" with tracking {
  expect possible IdleApiToken on notifier
  expect possible UnencryptedAtRest on logs
}

test "root in containers" {
  process front: WebService + Workload { runs_as_root }
  process careful: WebService + Workload { runs_as_root = false }
  process quiet: WebService + Workload
  actor visitor: Visitor
  flow visitor -> front over Https
  flow visitor -> careful over Https
  flow visitor -> quiet over Https
  expect RootContainer on front
  expect no RootContainer on careful
  expect possible RootContainer on quiet
}

test "tokens for the cluster" {
  process a: Worker + Workload { idle_api_token }
  process b: Worker + Workload { idle_api_token = false }
  expect IdleApiToken on a
  expect no IdleApiToken on b
}

test "flat networks" {
  boundary open: Namespace { process a: Worker + Workload }
  boundary closed: Namespace {
    apply NetworkPolicies
    process b: Worker + Workload
  }
  boundary hollow: Namespace { actor nobody }
  expect FlatNetwork on open
  expect no FlatNetwork on closed
  expect no FlatNetwork on hollow
}
