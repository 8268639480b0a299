//! Repudiation: what fires, what stays silent.

test "R1 to R4: logs" {
  process job: GenericProcess
  actor clerk: HumanUser
  store logs: FileSystem { stores_log_data }
  store files: FileSystem
  flow write: job -> logs over DataFlow
  flow add: clerk -> logs over DataFlow
  flow save: job -> files over DataFlow
  expect LessTrustedLogWriter on write
  expect LogsOfUnknownOrigin on write
  expect LogsTooLittle on write
  expect LogsUnguarded on write
  expect LessTrustedLogWriter on add
  expect LogsOfUnknownOrigin on add
  expect no LogsTooLittle on add
  expect no LogsUnguarded on add
  expect no LessTrustedLogWriter on save
  expect no LogsOfUnknownOrigin on save
}

test "R6 to R8: receivers across a boundary" {
  boundary zone: BorderBoundary {
    process site: GenericProcess
    process near: GenericProcess
  }
  actor partner: ExternalWebService
  store files: CloudStorage
  process far: GenericProcess
  flow in_: far -> site over DataFlow
  flow out: site -> partner over DataFlow
  flow save: site -> files over DataFlow
  flow local: near -> site over DataFlow
  expect ReceiptDenied on in_
  expect OutsideReceiptDenied on out
  expect WriteDenied on save
  expect no ReceiptDenied on local
  expect no OutsideReceiptDenied on in_
  expect no WriteDenied on out
}
