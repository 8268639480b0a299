//! Where data rests on Google Cloud.
use std.cicd
use std.cloud
use std.data
use std.web

/// A bucket of objects.
type GcsBucket: Bucket "Cloud Storage bucket"

/// A disk.
type GcpDisk: CloudDisk "Persistent Disk"

/// A shared file system.
type Filestore: CloudFiles "Filestore share"

/// A managed PostgreSQL.
type CloudSqlPostgres: Postgres + CloudSql "Cloud SQL for PostgreSQL"

/// A managed MySQL.
type CloudSqlMySql: MySql + CloudSql "Cloud SQL for MySQL"

/// A PostgreSQL made for large loads.
type AlloyDb: Postgres + CloudSql "AlloyDB"

/// A SQL database that spans the world.
type Spanner: CloudSql "Spanner"

/// A warehouse.
type BigQuery: CloudWarehouse "BigQuery dataset"

/// Rows with any number of columns.
type Bigtable: WideColumnStore + CloudStore "Bigtable"

/// Documents that apps may ask for themselves.
type Firestore: CloudDocuments + ServesClients "Firestore"

/// A tree of values that apps may ask for themselves.
type FirebaseDatabase: CloudDocuments + ServesClients "Firebase Realtime Database"

/// Files that apps may ask for themselves.
type FirebaseStorage: Bucket + ServesClients "Cloud Storage for Firebase"

/// A managed Redis.
type Memorystore: CloudCache "Memorystore"

/// A topic with subscribers.
type PubSub: CloudTopic "Pub/Sub topic"

/// A queue of calls.
type CloudTasks: CloudQueue "Cloud Tasks queue"

/// Events, handed on by rules.
type Eventarc: EventBus "Eventarc"

/// Secrets with versions.
type SecretManager: CloudSecrets "Secret Manager"

/// Keys that never leave it.
type CloudKms: KeyService "Cloud KMS" {
  deletion_delayed = true // a day at least
}

/// Logs of programs and services.
type CloudLogging: CloudLogs "Cloud Logging"

/// The record of what is done with projects.
type CloudAuditLogs: CloudLogs "Cloud Audit Logs"

/// Copies of machines and databases.
type BackupAndDr: CloudBackups "Backup and DR vault"

/// Container images.
type ArtifactRegistry: ContainerRegistry + CloudStore "Artifact Registry repository"

/// A file that is as good as the service account.
type ServiceAccountKey: CloudKey "Key of a service account"

/// A text that names a project and opens some of its services at the project's expense; apps and pages carry it in the open.
type GoogleApiKey: data "API key of a project" {
  confidentiality = Low
  personal = false
  /// It works only for named services, and from named apps, pages or addresses.
  restricted: Bool
}
