//! Threats on Azure: what fires, what stays silent; and that its types take part in the rules of std.cloud.
use std.cloud
use std.data
use std.web

test "keys of accounts" {
  data Invoice { confidentiality = Moderate }
  data Leaflet { confidentiality = VeryLow, integrity = VeryLow }
  store keyed: BlobContainer { holds = Invoice, shared_keys = true }
  store strict: CosmosDb { holds = Invoice, apply IdentitiesOnly }
  store quiet: EventHub { holds = Invoice }
  store dull: QueueStorage { holds = Leaflet }
  expect SharedKeyAccess on keyed
  expect no SharedKeyAccess on strict
  expect possible SharedKeyAccess on quiet
  expect no SharedKeyAccess on dull
}

test "firewalls of databases" {
  data Invoice { confidentiality = Moderate }
  store open: AzureSql { holds = Invoice, azure_services_allowed = true }
  store closed: AzurePostgres { holds = Invoice, azure_services_allowed = false }
  store private: AzureMySql {
    holds = Invoice,
    azure_services_allowed = true,
    public_access = false
  }
  store quiet: AzureSql { holds = Invoice }
  store empty: AzureSql { holds = [] }
  expect OpenToAllAzure on open
  expect no OpenToAllAzure on closed
  expect no OpenToAllAzure on private
  expect possible OpenToAllAzure on quiet
  expect no OpenToAllAzure on empty
}

test "sites and workflows" {
  process open: AppService { publishing_passwords = true }
  process closed: AzureFunction { publishing_passwords = false }
  process quiet: AppService
  process linked: LogicApp { started_by_link = true }
  process asked: LogicApp { started_by_link = false }
  process unsaid: LogicApp
  expect PublishingPasswords on open
  expect no PublishingPasswords on closed
  expect no PublishingPasswords on quiet
  expect StartedByLink on linked
  expect no StartedByLink on asked
  expect no StartedByLink on unsaid
}

test "the directory" {
  process old: EntraId {
    legacy_protocols = true
    guests_see_directory = true
    strong_applications_owned = true
  }
  process new: EntraId {
    legacy_protocols = false
    guests_see_directory = false
    strong_applications_owned = false
  }
  process quiet: EntraId
  expect OldLogins on old
  expect no OldLogins on new
  expect no OldLogins on quiet
  expect GuestsSeeDirectory on old
  expect no GuestsSeeDirectory on new
  expect no GuestsSeeDirectory on quiet
  expect OwnedApplications on old
  expect no OwnedApplications on new
  expect no OwnedApplications on quiet
}

test "types of Azure are types of the cloud" {
  data Invoice { confidentiality = Moderate }
  data Key: AzureAccountKey
  actor alice: User
  external process partner
  boundary subscription: AzureSubscription {
    activity_logged = false
    process machine: AzureVm
    process wide: AzureFunction { broad_role = true }
    store open: BlobContainer { holds = Invoice, public_access = true, link_lifetime = 365d }
    store vault: KeyVault
  }
  flow alice -> machine
  flow alice -> wide
  flow kept: partner -> open { sends = [Invoice, Key] }
  flow asked: partner -> vault { receives = Invoice }
  expect UnrecordedAccount on subscription
  expect no MetadataTheft on machine
  expect BroadRole on wide
  expect PublicBucket on open
  expect LongLinks on open
  expect possible DestroyedKey on vault
  expect possible UnchangedSecrets on vault
  expect FixedCloudKey on Key
  expect no CleartextTransport on asked
  expect possible CleartextTransport on kept
}
