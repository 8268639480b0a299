//! The measure of noise: a small system on Azure about which hardly anything is written.
use std.cloud
use std.web

test "a front door, a site, a database, a container and a vault: only questions" {
  boundary outside: Internet {
    actor user
  }
  boundary subscription: AzureSubscription {
    process door: FrontDoor
    process shop: AppService
    store db: AzureSql
    store files: BlobContainer
    store vault: KeyVault
    store logs: LogAnalytics
  }
  flow user -> door
  flow door -> shop
  flow shop -> db
  flow shop -> files
  flow shop -> vault
  flow shop -> logs
  expect possible DenialOfService on shop
  // nothing of this package or of std.cloud is definite
  expect inherent(subscription) == VeryLow and inherent(db) == VeryLow
  expect inherent(files) == VeryLow and inherent(vault) == VeryLow and inherent(logs) == VeryLow
  expect possible SharedKeyAccess on files
  expect possible OpenToAllAzure on db
  expect no PublishingPasswords on shop
  expect no FixedCloudKey on vault
}
