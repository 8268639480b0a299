//! Stores that a cloud provider runs, and what is in them.
use std.data
use std.identity
use std.web

/// Run by a cloud provider; who may use it is said in policies. An ability: added to a type.
type CloudStore: HostedStore "Store at a cloud provider" {
  /// Accounts that are not ours may read it.
  shared_outside: Bool
  /// Anyone, or an account that is not ours, may copy its snapshots.
  snapshots_shared: Bool
}

/// Objects by name.
type Bucket: ObjectStore + CloudStore + SignedRequests "Bucket" {
  icon = "bucket"
  /// Old versions of objects are kept.
  versioning: Bool
  /// How long a link opens an object to whoever has it, at most.
  link_lifetime: Duration
}

/// A disk of virtual machines.
type CloudDisk: store + CloudStore "Disk" { icon = "disk" }

/// A file system that many machines use.
type CloudFiles: FileStore + CloudStore "File share"

/// Tables in SQL.
type CloudSql: SqlDatabase + CloudStore "Managed SQL database"

/// Tables for questions over everything.
type CloudWarehouse: DataWarehouse + CloudStore "Managed warehouse"

/// Values by key.
type CloudTable: KeyValueStore + CloudStore "Managed table"

/// Documents.
type CloudDocuments: DocumentStore + CloudStore "Managed document store"

/// Copies for a while.
type CloudCache: Cache + CloudStore "Managed cache"

/// Texts made searchable.
type CloudSearch: SearchIndex + CloudStore "Managed search"

/// Messages for a worker.
type CloudQueue: Queue + CloudStore "Managed queue" {
  /// Anyone, or any account at the provider, may put messages in.
  open_senders: Bool
}

/// Messages for all who listen.
type CloudTopic: Topic + CloudQueue "Managed topic"

/// Events of services and programs, handed on by rules.
type EventBus: CloudQueue "Event bus" { icon = "topic" }

/// Messages that stay, for many readers.
type CloudStream: EventStream + CloudQueue "Managed stream"

/// Keys and passwords of programs.
type CloudSecrets: SecretsVault + CloudStore "Managed secret store" {
  /// What it holds is replaced on a schedule, by a program.
  rotated: Bool
}

/// Keys that encrypt and sign for others and never leave it.
type KeyService: SecretStore + CloudStore + KeepsInside "Key service" {
  icon = "key"
  /// A key that is to be destroyed is kept for days, and nobody can shorten that.
  deletion_delayed: Bool
  /// Every program of the account may decrypt with its keys.
  usable_by_all: Bool
}

/// What programs and services wrote about what they did.
type CloudLogs: LogStore + CloudStore "Managed logs"

/// Copies from which stores are brought back.
type CloudBackups: BackupStore + CloudStore "Backup vault"

/// A key of a cloud account that ends only when somebody removes it.
type CloudKey: MachineCredential "Access key of a cloud account"

/// What a tool that builds infrastructure remembers of it, with passwords and keys in clear text.
type InfrastructureState: data "State of infrastructure"

extend SignedLink {
  /// What may be put there is fixed in it: the name, the size and the type of one object.
  bound: Bool
}
