//! Where data rests on Google Cloud.
use std.cicd
use std.cloud
use std.data
use std.web

/// A bucket of objects.
type GcsBucket: Bucket "Cloud Storage bucket" {
  encryption_at_rest = true // always
}

/// A disk.
type GcpDisk: CloudDisk "Persistent Disk" {
  encryption_at_rest = true // always
}

/// A shared file system.
type Filestore: CloudFiles "Filestore share" {
  encryption_at_rest = true // always
}

/// A managed PostgreSQL.
type CloudSqlPostgres: Postgres + CloudSql "Cloud SQL for PostgreSQL" {
  encryption_at_rest = true // always
}

/// A managed MySQL.
type CloudSqlMySql: MySql + CloudSql "Cloud SQL for MySQL" {
  encryption_at_rest = true // always
}

/// A PostgreSQL made for large loads.
type AlloyDb: Postgres + CloudSql "AlloyDB" {
  encryption_at_rest = true // always
}

/// A SQL database that spans the world.
type Spanner: CloudSql "Spanner" {
  encrypted_only = true // its interface is served over TLS alone
  authentication = OAuth2 // a token of an identity at the provider, always
  encryption_at_rest = true // always
}

/// A warehouse.
type BigQuery: CloudWarehouse "BigQuery dataset" {
  encryption_at_rest = true // always
}

/// Rows with any number of columns.
type Bigtable: WideColumnStore + CloudStore "Bigtable" {
  encrypted_only = true // its interface is served over TLS alone
  authentication = OAuth2 // a token of an identity at the provider, always
  encryption_at_rest = true // always
}

/// Documents that apps may ask for themselves.
type Firestore: CloudDocuments + ServesClients "Firestore" {
  encrypted_only = true // its interface is served over TLS alone
  encryption_at_rest = true // always
}

/// A tree of values that apps may ask for themselves.
type FirebaseDatabase: CloudDocuments + ServesClients "Firebase Realtime Database" {
  encryption_at_rest = true // always
}

/// Files that apps may ask for themselves.
type FirebaseStorage: Bucket + ServesClients "Cloud Storage for Firebase" {
  encryption_at_rest = true // always
}

/// A managed Redis.
type Memorystore: CloudCache "Memorystore" {
  encryption_at_rest = true // always
}

/// A topic with subscribers.
type PubSub: CloudTopic "Pub/Sub topic" {
  encryption_at_rest = true // always
}

/// A queue of calls.
type CloudTasks: CloudQueue "Cloud Tasks queue" {
  authentication = OAuth2 // a token of an identity at the provider, always
  encryption_at_rest = true // always
}

/// Events, handed on by rules.
type Eventarc: EventBus "Eventarc" {
  encryption_at_rest = true // always
}

/// Secrets with versions.
type SecretManager: CloudSecrets "Secret Manager" {
  encrypted_only = true // its interface is served over TLS alone
  authentication = OAuth2 // a token of an identity at the provider, always
  encryption_at_rest = true // always
}

/// Keys that never leave it.
type CloudKms: KeyService "Cloud KMS" {
  encrypted_only = true // its interface is served over TLS alone
  authentication = OAuth2 // a token of an identity at the provider, always
  encryption_at_rest = true // always
  deletion_delayed = true // a day at least
}

/// Logs of programs and services.
type CloudLogging: CloudLogs "Cloud Logging" {
  authentication = OAuth2 // a token of an identity at the provider, always
  encryption_at_rest = true // always
}

/// The record of what is done with projects.
type CloudAuditLogs: CloudLogs "Cloud Audit Logs" {
  encryption_at_rest = true // always
}

/// Copies of machines and databases.
type BackupAndDr: CloudBackups "Backup and DR vault" {
  encryption_at_rest = true // always
}

/// Container images.
type ArtifactRegistry: ContainerRegistry + CloudStore "Artifact Registry repository" {
  encryption_at_rest = true // always
}

/// A file that is as good as the service account.
type ServiceAccountKey: CloudKey "Key of a service account"

/// A text that names a project and opens some of its services at the project's expense; apps and pages carry it in the open.
type GoogleApiKey: data "API key of a project" {
  confidentiality = Low
  personal = false
  /// It works only for named services, and from named apps, pages or addresses.
  restricted: Bool
}
