//! The measure of noise: what is said about a world with streams and analysis in which hardly anything is written.
use std.web

test "a shop with a queue, a worker, a database and figures: only questions" {
  boundary outside: Internet {
    actor user
  }
  boundary inside: PrivateNetwork {
    process shop: WebApp
    process worker: Worker
    process figures: Dashboard
    store db: Postgres
    store copy: Replica { original = db }
    store jobs: Queue
    store events: EventStream
    store saved: BackupStore
  }
  actor analyst: Employee
  flow user -> shop
  flow shop -> db
  flow shop -> jobs
  flow shop -> events
  flow worker -> jobs
  flow worker -> events
  flow worker -> saved
  flow analyst -> figures
  flow figures -> copy
  // nothing of this package is definite
  expect inherent(db) == VeryLow and inherent(copy) == VeryLow and inherent(jobs) == VeryLow
  expect inherent(events) == VeryLow and inherent(saved) == VeryLow and inherent(worker) == VeryLow
  expect inherent(figures) == VeryLow
  // asked
  expect possible OwnerLogin on db
  expect possible BackupsInReach on saved
  expect possible BorrowedQueryRights on figures
  // not asked
  expect no ReportsOnProduction on db
  expect no UnrecordedQueries on db
  expect no WeakerCopy on copy
  expect no SharedLogin on db
  expect no StoreRunsCode on db
  expect no CountedTwice on worker
  expect possible AnyProducer on events
  expect no UnagreedForm on events
}
