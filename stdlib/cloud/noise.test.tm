//! The measure of noise: a small system in a cloud account about which hardly anything is written.
use std.data
use std.web

test "a function, a bucket, a table, a queue and a vault: only questions" {
  boundary outside: Internet {
    actor user
  }
  boundary account: CloudAccount {
    process gateway: ApiGateway
    process handler: CloudFunction
    process worker: CloudFunction
    store files: Bucket
    store table: CloudTable
    store jobs: CloudQueue
    store vault: CloudSecrets
    store keys: KeyService { deletion_delayed = true }
    store logs: CloudLogs
  }
  flow user -> gateway
  flow gateway -> handler
  flow handler -> files
  flow handler -> table
  flow handler -> jobs
  flow handler -> vault
  flow handler -> logs
  flow jobs -> worker
  // nothing of this package is definite
  expect inherent(account) == VeryLow
  expect inherent(files) == VeryLow and inherent(table) == VeryLow and inherent(jobs) == VeryLow
  expect inherent(vault) == VeryLow and inherent(keys) == VeryLow and inherent(logs) == VeryLow
  expect inherent(handler) == VeryLow and inherent(worker) == VeryLow
  // asked about the account
  expect possible UnrecordedAccount on account
  expect possible UnguardedRoot on account
  expect possible UnnoticedSpending on account
  // asked about what is in it
  expect possible PublicBucket on files
  expect possible BucketOverwritten on files
  expect possible UnchangedSecrets on vault
  expect possible BroadRole on handler
  expect no RunawayBill on handler
  // not asked
  expect no BroadRole on worker
  expect no RunawayBill on worker
  expect no PoisonedEvents on worker
  expect no SecretsInEnvironment on handler
  expect no PublicDatabase on table
  expect no SharedSnapshot on table
  expect no ForeignReaders on table
  expect no OpenSenders on jobs
  expect no OpenFunctionUrl on handler
  expect no StagesShareAccount on account
  expect no LoginsBesideTheCompany on account
  expect no StandingAdministrators on account
}
