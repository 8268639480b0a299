//! Environments: what fires, what stays silent.
use std.web

test "readers of secrets" {
  data Key: Secret { confidentiality = High }
  process shop
  process runner: CiRunner
  store open: SecretsVault { holds = Key, separate_readers = false, reads_recorded = false }
  store firm: SecretsVault { holds = Key, apply [SeparateReaders, RecordedReads] }
  store quiet: SecretsVault { holds = Key }
  store single: SecretsVault { holds = Key, separate_readers = false }
  flow shop -> open
  flow runner -> open
  flow shop -> firm
  flow runner -> firm
  flow shop -> quiet
  flow runner -> quiet
  flow shop -> single
  expect OneReaderReadsAll on open
  expect UnrecordedSecretReads on open
  expect no OneReaderReadsAll on firm
  expect no UnrecordedSecretReads on firm
  expect possible OneReaderReadsAll on quiet
  expect possible UnrecordedSecretReads on quiet
  expect no OneReaderReadsAll on single
}

test "builds and data" {
  data Order { confidentiality = High, integrity = High }
  data Image: Artefact { integrity = VeryHigh }
  data Page { confidentiality = VeryLow, integrity = High }
  data Menu { confidentiality = VeryLow, integrity = Low }
  process migrates: CiRunner
  process builds: CiRunner
  process tests: CiRunner
  process tries: CiRunner
  store orders: Postgres { holds = Order }
  boundary trial: TestEnvironment {
    store copies: Postgres { holds = Order }
  }
  store pages: ObjectStore { holds = Page }
  store images: ContainerRegistry { holds = Image }
  store menus: Postgres { holds = Menu }
  store unknown_yet: Postgres
  flow migrates -> orders
  flow tries -> copies
  flow builds -> images { sends = Image }
  flow builds -> pages { sends = Page }
  flow tests -> menus
  flow tests -> unknown_yet
  expect BuildTouchesData on migrates
  expect no BuildTouchesData on builds
  expect no BuildTouchesData on tries // RealDataInTests says what is wrong there
  expect RealDataInTests on copies.Order
  expect no BuildTouchesData on tests
}

test "data in tests" {
  data Customer { confidentiality = High }
  data MadeUp { confidentiality = High }
  data TestKey: Secret { confidentiality = High }
  boundary production: PrivateNetwork {
    store real: Postgres { holds = [Customer, TestKey] }
  }
  boundary trial: TestEnvironment {
    store copy: Postgres { holds = [Customer, TestKey] }
    store invented: Postgres { holds = MadeUp }
  }
  expect RealDataInTests on copy.Customer
  expect no RealDataInTests on copy.TestKey
  expect no RealDataInTests on invented.MadeUp
  expect no RealDataInTests on real.Customer
}
