//! The measure of noise: a small system on Google Cloud about which hardly anything is written.
use std.cloud
use std.web

test "an app, its store, a service and a topic: only questions" {
  boundary outside: Internet {
    actor user
    boundary phone: UserDevice {
      process app: MobileApp
    }
  }
  boundary project: GcpProject {
    process api: CloudRun
    process worker: GcpFunction
    store records: Firestore
    store events: PubSub
    store files: GcsBucket
    store db: CloudSqlPostgres
  }
  flow user -> app
  flow app -> records
  flow app -> api
  flow api -> events
  flow api -> db
  flow api -> files
  flow events -> worker
  expect possible DenialOfService on api
  // nothing of this package or of std.cloud is definite
  expect inherent(project) == VeryLow and inherent(db) == VeryLow
  expect inherent(files) == VeryLow and inherent(events) == VeryLow and inherent(worker) == VeryLow
  expect inherent(records) == VeryLow
  expect possible OpenClientRules on records
  expect possible BroadRole on api
  expect possible PoisonedEvents on worker
  expect no BroadRole on worker
  expect no DefaultAccount on api
  expect no ActsAsEveryone on api
}
