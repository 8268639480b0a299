//! Threats on Google Cloud: what fires, what stays silent; and that its types take part in the rules of std.cloud.
use std.cloud
use std.data
use std.web

test "accounts of programs" {
  process given: CloudRun { default_account = true, acts_for_all_users = true }
  process own: GcpFunction { default_account = false, acts_for_all_users = false }
  process quiet: ComputeEngine
  expect DefaultAccount on given
  expect no DefaultAccount on own
  expect no DefaultAccount on quiet
  expect ActsAsEveryone on given
  expect no ActsAsEveryone on own
  expect no ActsAsEveryone on quiet
}

test "keys of machines" {
  process shared: ComputeEngine { project_keys = true }
  process single: ComputeEngine { project_keys = false }
  process quiet: ComputeEngine
  expect ProjectWideKeys on shared
  expect no ProjectWideKeys on single
  expect no ProjectWideKeys on quiet
}

test "keys in apps" {
  data Open: GoogleApiKey { restricted = false }
  data Bound: GoogleApiKey { restricted = true }
  data Quiet: GoogleApiKey
  data Unused: GoogleApiKey { restricted = false }
  process app: MobileApp { holds = [Open, Bound, Quiet] }
  expect UnrestrictedApiKey on Open
  expect no UnrestrictedApiKey on Bound
  expect possible UnrestrictedApiKey on Quiet
  expect no UnrestrictedApiKey on Unused
  expect no SecretInClient on app
}

test "types of Google Cloud are types of the cloud" {
  data Invoice { confidentiality = Moderate }
  data Key: ServiceAccountKey
  boundary outside: Internet {
    actor alice: User
    process app: MobileApp
  }
  external process partner
  boundary project: GcpProject {
    activity_logged = false
    process machine: ComputeEngine
    process wide: CloudRun { broad_role = true }
    store open: GcsBucket { holds = Invoice, public_access = true }
    store records: Firestore { holds = Invoice, rules_per_user = false }
    store keys: CloudKms
  }
  flow alice -> machine
  flow alice -> wide
  flow app -> records
  flow asked: partner -> records { receives = Invoice }
  flow kept: partner -> open { sends = [Invoice, Key] }
  expect UnrecordedAccount on project
  expect no MetadataTheft on machine
  expect BroadRole on wide
  expect PublicBucket on open
  expect OpenClientRules on records
  expect no ClientReachesStore on records
  expect no DestroyedKey on keys
  expect FixedCloudKey on Key
  expect no CleartextTransport on asked
  expect possible CleartextTransport on kept
}
