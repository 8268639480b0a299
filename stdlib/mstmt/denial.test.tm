//! Denial of service: what fires, what stays silent.

test "D2 to D5: near and far" {
  boundary zone: BorderBoundary {
    process site: GenericProcess
    process near: GenericProcess
    store files: FileSystem
  }
  process far: GenericProcess
  flow in_: far -> site over DataFlow
  flow local: near -> site over DataFlow
  flow save: far -> files over DataFlow
  flow keep: near -> files over DataFlow
  expect ReceiverStopped on in_
  expect FlowCut on in_
  expect no StoreUnreachable on in_
  expect no ResourcesConsumed on in_
  expect no ReceiverStopped on local
  expect no FlowCut on local
  expect StoreUnreachable on save
  expect ResourcesConsumed on keep
  expect no StoreUnreachable on keep
}

test "boxes in boxes" {
  boundary outer: BorderBoundary {
    process a: GenericProcess
    boundary inner: SandboxBorder {
      process b: GenericProcess
    }
  }
  process c: GenericProcess
  flow x: a -> b over DataFlow
  flow y: c -> a over DataFlow
  expect FlowCut on x
  expect FlowCut on y
}

test "a boundary of another package is no boundary here" {
  boundary zone: PrivateNetwork {
    process site: GenericProcess
  }
  process far: GenericProcess
  flow in_: far -> site over DataFlow
  expect no FlowCut on in_
}
