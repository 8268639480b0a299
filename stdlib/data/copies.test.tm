//! Copies: what fires, what stays silent.
use std.web

test "copies in an easier place" {
  data Order { confidentiality = High }
  boundary inside: RestrictedZone {
    store orders: Postgres { holds = Order, authentication = Password }
    store near: Replica { original = orders, holds = Order, authentication = Password }
    store open: Replica { original = orders, holds = Order, authentication = NoAuthentication }
    store quiet: Replica { original = orders, holds = Order }
  }
  boundary office: OfficeNetwork {
    store far: Replica { original = orders, holds = Order, authentication = Password }
  }
  expect WeakerCopy on far
  expect WeakerCopy on open
  expect no WeakerCopy on near
  expect no WeakerCopy on quiet
}

test "backups" {
  process job: BackgroundJob
  store reachable: BackupStore { separate_rights = false, append_only = false }
  store locked: BackupStore { separate_rights = false, append_only = true }
  store apart: BackupStore { apply SeparateBackups }
  store quiet: BackupStore
  store unused: BackupStore { separate_rights = false, append_only = false }
  store asked_next: BackupStore { separate_rights = false }
  store locked_alone: BackupStore { append_only = true }
  flow job -> reachable
  flow job -> locked
  flow job -> apart
  flow job -> quiet
  flow job -> asked_next
  flow job -> locked_alone
  expect possible BackupsInReach on asked_next
  expect no BackupsInReach on locked_alone
  expect BackupsInReach on reachable
  expect no BackupsInReach on locked
  expect no BackupsInReach on apart
  expect possible BackupsInReach on quiet
  expect no BackupsInReach on unused
}
