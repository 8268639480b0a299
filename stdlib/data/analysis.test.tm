//! Analysis: what fires, what stays silent.
use std.web

test "query tools" {
  data Salary { confidentiality = High }
  data Menu { confidentiality = VeryLow }
  actor analyst: Employee
  store people: DataWarehouse { holds = Salary }
  store kitchen: DataWarehouse { holds = Menu }
  process lending: Dashboard { acts_as_reader = false }
  process passing: QueryEngine { apply ReaderRights }
  process quiet: Dashboard
  process dull: Dashboard { acts_as_reader = false }
  flow analyst -> lending
  flow analyst -> passing
  flow analyst -> quiet
  flow analyst -> dull
  flow lending -> people { receives = Salary }
  flow passing -> people
  flow quiet -> people
  flow dull -> kitchen
  expect BorrowedQueryRights on lending
  expect no BorrowedQueryRights on passing
  expect possible BorrowedQueryRights on quiet
  expect no BorrowedQueryRights on dull
}

test "notebooks" {
  data Salary { confidentiality = High }
  data Menu { confidentiality = VeryLow }
  store people: DataWarehouse { holds = Salary }
  store kitchen: DataWarehouse { holds = Menu }
  process open: AnalyticsNotebook { calls_out = true, outputs_cleared = false }
  process closed: AnalyticsNotebook { calls_out = false, outputs_cleared = true }
  process quiet: AnalyticsNotebook
  process dull: AnalyticsNotebook { calls_out = true, outputs_cleared = false }
  flow open -> people
  flow closed -> people
  flow quiet -> people
  flow dull -> kitchen
  expect NotebookCallsOut on open
  expect no NotebookCallsOut on closed
  expect possible NotebookCallsOut on quiet
  expect no NotebookCallsOut on dull
  expect ResultsInNotebooks on open
  expect no ResultsInNotebooks on closed
  expect no ResultsInNotebooks on quiet
  expect no ResultsInNotebooks on dull
}

test "lakes" {
  data Salary { confidentiality = High }
  data Order { confidentiality = Moderate }
  process load: EtlJob
  process figures: QueryEngine
  store open: DataLake { holds = [Salary, Order], rights_per_part = false }
  store parted: DataLake { holds = [Salary, Order], apply RightsPerPart }
  store quiet: DataLake { holds = [Salary, Order] }
  store one: DataLake { holds = Order, rights_per_part = false }
  flow load -> open
  flow load -> parted
  flow load -> quiet
  flow load -> one
  flow figures -> open
  flow figures -> parted
  flow figures -> quiet
  flow figures -> one
  expect OpenLake on open
  expect no OpenLake on parted
  expect possible OpenLake on quiet
  expect no OpenLake on one
}

test "exports" {
  actor alice: User
  process raw: WebApp + ExportsTables { output_encoding = false }
  process clean: WebApp + ExportsTables { output_encoding = true }
  process quiet: WebApp + ExportsTables
  process lonely: BackgroundJob + ExportsTables { output_encoding = false }
  flow alice -> raw
  flow alice -> clean
  flow alice -> quiet
  expect FormulaInExport on raw
  expect no FormulaInExport on clean
  expect possible FormulaInExport on quiet
  expect no FormulaInExport on lonely
}

test "everything in one file" {
  data Salary { confidentiality = High }
  data Menu { confidentiality = VeryLow }
  actor clerk: Employee
  store people: Postgres { holds = Salary }
  store kitchen: Postgres { holds = Menu }
  process unseen: WebApp + ExportsTables { large_exports_seen = false }
  process seen: WebApp + ExportsTables { large_exports_seen = true }
  process quiet: WebApp + ExportsTables
  process dull: WebApp + ExportsTables { large_exports_seen = false }
  flow clerk -> unseen
  flow clerk -> seen
  flow clerk -> quiet
  flow clerk -> dull
  flow unseen -> people
  flow seen -> people
  flow quiet -> people
  flow dull -> kitchen
  expect WholesaleExport on unseen
  expect no WholesaleExport on seen
  expect possible WholesaleExport on quiet
  expect no WholesaleExport on dull
}

test "queries of other languages" {
  actor alice: User
  store relations: GraphDatabase
  store readings: TimeSeriesDatabase
  store table: Postgres
  process pasting: WebService { parameterized_queries = false }
  process binding: WebService { parameterized_queries = true }
  process quiet: WebService
  process other: WebService { parameterized_queries = false }
  flow alice -> pasting
  flow alice -> binding
  flow alice -> quiet
  flow alice -> other
  flow pasting -> relations
  flow binding -> relations
  flow quiet -> readings
  flow other -> table
  expect QueryInjection on pasting
  expect no QueryInjection on binding
  expect possible QueryInjection on quiet
  expect no QueryInjection on other
}

test "exports and queries of what waits in a queue" {
  data Name
  actor alice: User
  process web: WebApp
  store jobs: Queue
  process nightly: Worker + ExportsTables {
    output_encoding = false
    parameterized_queries = false
  }
  process quiet: Worker + ExportsTables
  process apart: Worker + ExportsTables {
    output_encoding = false
    parameterized_queries = false
  }
  store relations: GraphDatabase
  flow alice -> web { sends = Name }
  flow web -> jobs { sends = Name }
  flow nightly -> jobs { receives = Name }
  flow jobs -> quiet { sends = Name }
  flow nightly -> relations
  flow quiet -> relations
  flow apart -> relations
  expect FormulaInExport on nightly
  expect possible FormulaInExport on quiet
  expect no FormulaInExport on apart
  expect QueryInjection on nightly
  expect possible QueryInjection on quiet
  expect no QueryInjection on apart
}

test "queries of other languages by way of a relay" {
  actor alice: User
  process pasting: WebService { parameterized_queries = false }
  process apart: WebService { parameterized_queries = false }
  process lb: Relay
  store relations: GraphDatabase
  flow alice -> pasting
  flow alice -> apart
  flow pasting -> lb
  flow lb -> relations
  expect QueryInjection on pasting
  expect no QueryInjection on apart
}
