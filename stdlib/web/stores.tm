//! Places where data rests.

/// Tables and queries in SQL.
type SqlDatabase: store "SQL database" {
  icon = "database"
  /// A query that takes longer than agreed is ended.
  query_time_limited: Bool
  /// Each table is written by one program: the logins of the others cannot.
  writers_apart: Bool
}

/// PostgreSQL.
type Postgres: SqlDatabase "PostgreSQL"

/// MySQL or MariaDB.
type MySql: SqlDatabase "MySQL"

/// A database for questions over all the data of a company.
type DataWarehouse: SqlDatabase "Data warehouse" { icon = "layers" }

/// Documents and queries made of documents.
type DocumentStore: store "Document store" { icon = "documents" }

/// Values found by key.
type KeyValueStore: store "Key-value store" { icon = "table" }

/// Copies of what is slow to get, kept for a while.
type Cache: KeyValueStore + Rebuildable "Cache" { icon = "cache" }

/// Who is logged in.
type SessionStore: KeyValueStore + Rebuildable "Session store" { icon = "cache" }

/// Files found by name through an API.
type ObjectStore: store "Object store" { icon = "bucket" }

/// Files in folders.
type FileStore: store "File store" {
  icon = "folder"
  /// Each file can be read only by the account of the program that needs it.
  owner_only: Bool
}

/// Texts made searchable.
type SearchIndex: Rebuildable "Search index" { icon = "search" }

/// What programs wrote about what they did.
type LogStore: KeepsTraces "Log store" {
  icon = "log"
  /// Somebody is told when the entries look wrong.
  alarms: Bool
  /// What would write passwords or tokens into it is filtered, and somebody looks for them.
  secrets_kept_out: Bool
}

/// Keys and passwords of programs.
type SecretStore: store "Secret store" { icon = "vault" }

/// Keeps keys and passwords for programs and people, gives each to those it is meant for, and can make new ones.
type SecretsVault: SecretStore "Secrets manager"
