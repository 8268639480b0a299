//! Programs that move data, and programs with which people look at it.
use std.web

/// Copies data from where it arises to where it is used, changing its form on the way.
type EtlJob: BackgroundJob "Load job" { icon = "workflow" }

/// Works on a stream as it flows.
type StreamProcessor: Worker "Stream processor" { icon = "stream" }

/// Follows the changes of a database and tells others.
type ChangeCapture: Worker "Change capture" {
  icon = "copy"
  /// Somebody chose which columns are told, and the rest stays.
  columns_chosen: Bool
}

/// People write queries with it or choose among ready ones.
type QueryTool: WebApp + ReadyMade "Query tool" {
  icon = "chart"
  /// What it reads, it reads with the rights of the person who asks, not with its own.
  acts_as_reader: Bool
}

/// Ready figures for many readers.
type Dashboard: QueryTool "Dashboard"

/// Queries over what lies in other stores.
type QueryEngine: QueryTool "Query engine" { icon = "search" }

/// Code, its results and notes in one document, run on a server beside the data.
type AnalyticsNotebook: QueryTool + RunsGivenCode "Analytics notebook" {
  icon = "notebook"
  /// What runs in it can open connections to any address.
  calls_out: Bool
  /// Results are taken out before the document is shared or put under version control.
  outputs_cleared: Bool
}

/// Writes tables that people open in a spreadsheet. An ability: added to a type.
type ExportsTables: process "Exports tables" {
  /// An export of more than usual waits for a second person, or wakes one.
  large_exports_seen: Bool
}

/// Serves several customers. An ability: added to a type, as in `process api: WebService + ServesTenants`.
type ServesTenants: process "Serves tenants" {
  /// For which tenant it acts follows from the login, not from what the request says.
  tenant_from_login: Bool
  /// Each tenant has an upper limit of what it can take from the others.
  limits_per_tenant: Bool
}

extend Worker {
  /// The same message twice, or late, has the effect of one.
  repeat_safe: Bool
}

extend Function {
  /// The same message twice, or late, has the effect of one.
  repeat_safe: Bool
}
