//! A requirement and the threat about the same thing say the same.

use std.people
use std.web

data Finding: HealthData { confidentiality = High, integrity = High, availability = High }

test "what can be made again, and what is a copy, needs no copy" {
  process portal
  process job
  store charts { holds = Finding, backups = false }
  store copies: Rebuildable { holds = Finding, backups = false }
  store archive: BackupStore { holds = Finding, backups = false }
  store shelf { holds = Finding, backups = false }
  flow a: portal -> charts { sends = Finding, receives = Finding }
  flow b: job -> shelf { sends = Finding }
  expect DataLoss on charts
  expect HipaaBackups on charts
  expect no DataLoss on copies
  expect no HipaaBackups on copies
  expect no DataLoss on archive
  expect no HipaaBackups on archive
  expect no DataLoss on shelf
  expect no HipaaBackups on shelf
}

test "an account that several people use" {
  actor nurse: Employee { account_shared }
  actor doctor: Employee { account_shared = false }
  process ward { authentication = Password }
  process tower { authentication = Password }
  flow a: nurse -> ward over Https { receives = Finding }
  flow b: doctor -> tower over Https { receives = Finding }
  expect SharedAccountOfStaff on nurse
  expect HipaaUniqueUsers on ward
  expect no SharedAccountOfStaff on doctor
  expect no HipaaUniqueUsers on tower
}

test "encrypted by field, by tunnel, or for the last reader" {
  boundary office: OfficeNetwork {
    actor nurse: Employee
  }
  boundary inside: PrivateNetwork {
    process ward { authentication = Password }
    process tower { apply StrongAuthentication }
    process lodge { authentication = NoAuthentication, apply StrongAuthentication }
  }
  store fields { holds = Finding, apply FieldEncryption }
  store open { holds = Finding, encryption_at_rest = false }
  store vague { holds = Finding, apply StrongAuthentication }
  flow tunnel: nurse -> ward { receives = Finding, apply Vpn }
  flow clear: nurse -> tower over Http { receives = Finding }
  flow ask: nurse -> lodge over Https { receives = Finding }
  expect no HipaaStoredEncrypted on fields
  expect HipaaStoredEncrypted on open
  expect UnencryptedAtRest on open
  expect no HipaaTransit on tunnel
  expect no HipaaTransitIntegrity on tunnel
  expect HipaaTransit on clear
  expect CleartextTransport on clear
  expect no HipaaAuthentication on tower
  expect no HipaaStoreAuthentication on vague
  expect HipaaAuthentication on lodge
}
