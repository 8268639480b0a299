//! Spoofing: what fires, what stays silent.

test "S1: a sender that nobody knows" {
  boundary zone: BorderBoundary {
    process inside: GenericProcess
    store files: FileSystem
  }
  process outside: GenericProcess
  process careful: GenericProcess { authentication_scheme }
  flow plain: outside -> inside over DataFlow
  flow written: outside -> files over DataFlow
  flow proven: outside -> inside over IpsecFlow
  flow checked: careful -> inside over DataFlow
  flow local: inside -> files over DataFlow
  expect assumed SenderProcessSpoofed on plain
  expect assumed SenderProcessSpoofed on written
  expect no SenderProcessSpoofed on proven
  expect no SenderProcessSpoofed on checked
  expect no SenderProcessSpoofed on local
}

test "S2: a receiver that nobody checks" {
  boundary zone: BorderBoundary {
    process inside: GenericProcess
    process neighbour: GenericProcess
  }
  actor someone: HumanUser
  flow plain: someone -> inside over HttpFlow
  flow sealed: someone -> neighbour over HttpsFlow
  flow local: neighbour -> inside over HttpFlow
  expect ReceiverProcessSpoofed on plain
  expect no ReceiverProcessSpoofed on sealed
  expect no ReceiverProcessSpoofed on local
}

test "S3: someone outside without a proof" {
  actor anyone: HumanUser
  actor member: HumanUser { authenticates_itself = Proven }
  process site: GenericProcess
  flow plain: anyone -> site over DataFlow
  flow login: member -> site over DataFlow
  flow proven: anyone -> site over IpsecFlow
  expect assumed OutsiderSpoofed on plain
  expect no OutsiderSpoofed on login
  expect no OutsiderSpoofed on proven
}

test "S7, S7.1: stores that may be others" {
  process job: GenericProcess
  store files: FileSystem
  flow write: job -> files over DataFlow
  flow read: files -> job over DataFlow
  expect TargetStoreSpoofed on write
  expect no SourceStoreSpoofed on write
  expect SourceStoreSpoofed on read
  expect no TargetStoreSpoofed on read
}

test "S8: a receiver outside" {
  boundary zone: BorderBoundary {
    process site: GenericProcess
    actor guest: HumanUser
  }
  actor partner: ExternalWebService
  flow send: site -> partner over DataFlow
  flow show: site -> guest over DataFlow
  expect OutsideReceiverSpoofed on send
  expect no OutsideReceiverSpoofed on show
}

test "what is out of scope" {
  boundary zone: BorderBoundary {
    process site: GenericProcess
  }
  actor anyone: HumanUser
  flow aside: anyone -> site over DataFlow { out_of_scope }
  expect no OutsiderSpoofed on aside
  expect no ReceiverProcessSpoofed on aside
  expect no FlowCut on aside
}

test "elements of other packages are left alone" {
  boundary zone: PrivateNetwork {
    process site
    store files
  }
  actor anyone
  flow ask: anyone -> site over Http
  flow save: site -> files
  expect no ReceiverProcessSpoofed on ask
  expect no OutsiderSpoofed on ask
  expect no FlowCut on ask
  expect no TargetStoreSpoofed on save
  expect no ResourcesConsumed on save
}
