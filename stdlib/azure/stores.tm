//! Where data rests on Azure.
use std.cicd
use std.cloud
use std.data
use std.identity
use std.web

/// Opens to a key of the whole account or namespace, beside identities. An ability: added to a type.
type KeyedStore: CloudStore "Has keys of its own" {
  /// Such a key is accepted.
  shared_keys: Bool
}

/// A database with a firewall of its own. An ability: added to a type.
type AzureDatabase: SqlDatabase + CloudStore "Managed database on Azure" {
  /// Anything that runs on Azure, also that of other customers, may connect.
  azure_services_allowed: Bool
}

/// Objects by name.
type BlobContainer: Bucket + KeyedStore "Azure Blob container" {
  encryption_at_rest = true // always
}

/// A lake with folders and rights.
type DataLakeStorage: DataLake + BlobContainer "Azure Data Lake Storage"

/// A file share.
type AzureFiles: CloudFiles + KeyedStore "Azure Files share" {
  encryption_at_rest = true // always
}

/// A simple queue.
type QueueStorage: CloudQueue + KeyedStore "Azure Queue Storage" {
  encryption_at_rest = true // always
}

/// Simple tables.
type TableStorage: CloudTable + KeyedStore "Azure Table Storage" {
  encryption_at_rest = true // always
}

/// A disk.
type ManagedDisk: CloudDisk "Azure managed disk" {
  encryption_at_rest = true // always
}

/// A managed SQL Server.
type AzureSql: CloudSql + AzureDatabase "Azure SQL database" {
  encrypted_only = true // always, whatever the client asks for
}

/// A managed PostgreSQL.
type AzurePostgres: Postgres + AzureDatabase "Azure Database for PostgreSQL" {
  encryption_at_rest = true // always
}

/// A managed MySQL.
type AzureMySql: MySql + AzureDatabase "Azure Database for MySQL" {
  encryption_at_rest = true // always
}

/// Documents, spread over the world.
type CosmosDb: CloudDocuments + KeyedStore "Azure Cosmos DB" {
  encrypted_only = true // it demands TLS of a version that can be raised, not switched off
  encryption_at_rest = true // always
}

/// A managed Redis.
type AzureRedis: CloudCache + KeyedStore "Azure Cache for Redis"

/// A search engine.
type AiSearch: CloudSearch + KeyedStore "Azure AI Search" {
  encryption_at_rest = true // always
}

/// A queue.
type ServiceBusQueue: CloudQueue + KeyedStore "Azure Service Bus queue" {
  encrypted_only = true // it demands TLS of a version that can be raised, not switched off
  encryption_at_rest = true // always
}

/// A topic with subscribers.
type ServiceBusTopic: CloudTopic + KeyedStore "Azure Service Bus topic" {
  encrypted_only = true // it demands TLS of a version that can be raised, not switched off
  encryption_at_rest = true // always
}

/// Events, handed on by rules.
type EventGridTopic: EventBus + KeyedStore "Azure Event Grid topic" {
  encryption_at_rest = true // always
}

/// A stream.
type EventHub: CloudStream + KeyedStore "Azure Event Hub" {
  encrypted_only = true // it demands TLS of a version that can be raised, not switched off
  encryption_at_rest = true // always
}

/// Measurements and logs, queried at once.
type DataExplorer: TimeSeriesDatabase + CloudStore "Azure Data Explorer" {
  encryption_at_rest = true // always
}

/// Secrets, keys and certificates.
type KeyVault: KeyService + CloudSecrets "Azure Key Vault" {
  encrypted_only = true // it demands TLS of a version that can be raised, not switched off
  authentication = OAuth2 // a token of the directory, always
  encryption_at_rest = true // always
}

/// Keys in hardware of one's own.
type ManagedHsm: KeyService "Azure Managed HSM" {
  authentication = OAuth2 // a token of the directory, always
  encryption_at_rest = true // always
}

/// Logs of programs and services.
type LogAnalytics: CloudLogs "Azure Log Analytics workspace" {
  encryption_at_rest = true // always
}

/// The record of what is done with subscriptions.
type AzureActivityLog: CloudLogs "Azure activity log" {
  encryption_at_rest = true // always
}

/// Copies of machines and databases.
type RecoveryVault: CloudBackups "Azure Recovery Services vault" {
  encryption_at_rest = true // always
}

/// Container images.
type AzureContainerRegistry: ContainerRegistry + KeyedStore "Azure Container Registry" {
  encryption_at_rest = true // always
}

/// Packages.
type AzureArtifacts: PackageRegistry "Azure Artifacts feed" {
  encryption_at_rest = true // always
  immutable_tags = true // a version that was there once is never given out again
}

/// One of the two keys of a storage account, a bus or a database.
type AzureAccountKey: CloudKey "Account key"

/// The password of an application in the directory.
type ClientSecret: MachineCredential "Client secret of an application"

/// An address with a signature that opens part of a storage account.
type SharedAccessSignature: BearerToken "Shared access signature"
