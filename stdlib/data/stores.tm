//! Stores beyond those of the web: copies, lakes, streams, and what several customers share.
use std.web

/// What keeps the data of one tenant from another in a store that they share.
enum TenantSeparation {
  ByQuery "Each query has to name the tenant"
  ByStore "The store adds the tenant to every query, from the login"
  BySchema "Each tenant has tables of its own"
  ByKey "The data of each tenant is encrypted with a key of its own"
}

extend store {
  /// Several programs or people log in with one account.
  shared_login: Bool
  /// Whoever may ask it something may also make it run code: scripts, procedures in a general language, commands of its machine.
  runs_code: Bool
}

extend SqlDatabase {
  /// Programs log in as the owner of the tables or as administrator, not with an account for their task.
  owner_login: Bool
}

extend Rebuildable {
  /// The tenant is part of the name under which everything is kept and found.
  tenant_in_keys: Bool
}

extend EventStream {
  /// Who may write and who may read is decided for each topic.
  topic_rights: Bool
  /// What does not fit the agreed form is refused when it is written.
  schema_checked: Bool
}

/// Things and how they hang together.
type GraphDatabase: store "Graph database" { icon = "graph" }

/// Measurements over time.
type TimeSeriesDatabase: store "Time series database" { icon = "clock" }

/// Rows with any number of columns, spread over many machines.
type WideColumnStore: KeyValueStore "Wide-column store"

/// Everything a company knows, as files that many tools read.
type DataLake: ObjectStore "Data lake" {
  icon = "layers"
  /// Rights are given for single tables, columns or folders.
  rights_per_part: Bool
}

/// A copy of another store that follows it.
type Replica: Rebuildable "Replica" {
  icon = "copy"
  /// The store that it follows.
  original: store
}

extend BackupStore {
  /// Who may delete what it protects may not delete it here, nor shorten how long it is kept.
  separate_rights: Bool
}

/// Keeps the data of several customers together. An ability: added to a type, as in `store db: Postgres + SharedTenancy`.
type SharedTenancy: store "Shared by tenants" {
  /// What keeps them apart.
  tenant_separation: TenantSeparation
}

/// A topic of a broker: each message goes to all who listen.
type Topic: Queue "Topic" { icon = "topic" }
