//! Analysis: lakes, notebooks and dashboards, where many people read much.
use std.web

/// What it reads there is of high confidentiality.
fn reads_secrets(p: process) = exists f in p.outflows
  where (f.target is store
    and (known(f.receives) and exists d in f.receives where (d.confidentiality >= High)
      or not known(f.receives) and exists d in f.target.holds where (d.confidentiality >= High)))

/// People use it.
fn opened_by_people(p: process) = exists f in p.inflows
  where (from_user(f) or f.source is Workstation)

/// The tool has one login for everyone. Whoever may open it may read what any of its users may.
threat BorrowedQueryRights: Stride.ElevationOfPrivilege "Everyone queries with the tool's rights" {
  on p: QueryTool
  when not p.acts_as_reader
  when opened_by_people(p) and reads_secrets(p)
  likelihood = Moderate
  impact = High
  mitigated_by = [ReaderRights, LeastPrivilege(strength = 40%), RoleBasedAccess(strength = 60%)]
  references = ["CWE-441", "CWE-1220", "CAPEC-122", "T1213.006"]
  message = "Whoever may use {p} reads with its rights, not with their own."
  detection = "As the user with the least rights, write a query for a table that they should not see, also through a shared query and a parameter."
  false_positives = "Everyone who may open the tool may see all that it can read."
  remedy = "Pass the reader's identity on to the store; where that cannot be, one connection with few rights for each group."
  fix "Queries run as the reader" { p.acts_as_reader = true }
}

/// Code that somebody copied from a forum, or a package with a wrong name, sends the table to wherever it likes.
threat NotebookCallsOut: Stride.InformationDisclosure "A notebook that can send data anywhere" {
  on p: AnalyticsNotebook
  when p.calls_out
  when reads_secrets(p)
  likelihood = Low
  impact = High
  mitigated_by = [
    ClosedNotebooks,
    EgressFilter,
    DependencyScanning(strength = 30%),
    Sandbox(strength = 40%),
    DataMinimization(strength = 40%)
  ]
  references = ["CWE-829", "CAPEC-446", "T1567", "T1048"]
  message = "Whatever code runs in {p} can send out the sensitive data that it reads."
  detection = "In a notebook, send a file to a host that nobody has heard of, and wait for somebody to ask."
  false_positives = "Its network lets nothing out but to named hosts."
  remedy = "Close the way out, offer packages from a registry of your own, and give people samples or masked data."
  fix "Nothing goes out" { p.calls_out = false }
}

/// Rows of real data stand in the document as results, and the document goes into version control, mails and tickets.
threat ResultsInNotebooks: Stride.InformationDisclosure "Real data in shared notebooks" {
  on p: AnalyticsNotebook
  when known(p.outputs_cleared) and not p.outputs_cleared
  when reads_secrets(p)
  likelihood = Moderate
  impact = Moderate
  mitigated_by = [ClearedOutputs, DataMinimization, Pseudonymization(on = p.outflows)]
  references = ["CWE-540", "CAPEC-150", "T1213.003"]
  message = "Documents of {p} carry the rows that somebody looked at."
  detection = "Search the repositories and the shared folders for notebooks with results in them."
  false_positives = "Only charts and sums are shown."
  remedy = "Take results out with a hook before a commit, and let the server refuse those that still have some."
  fix "Results are taken out" { p.outputs_cleared = true }
}

/// The lake was made so that everything lies together. With one right for all of it, each reader is a reader of everything.
threat OpenLake: Stride.InformationDisclosure "One right for the whole lake" {
  on s: DataLake
  when not s.rights_per_part
  when count([d for d in s.holds where (d.confidentiality >= Moderate)]) >= 2
  when count([p for p in s.neighbours where (p is process)]) >= 2
  likelihood = Moderate
  impact = max(s.holds.confidentiality)
  mitigated_by = [RightsPerPart, LeastPrivilege(strength = 40%), Pseudonymization(strength = 40%)]
  references = ["CWE-1220", "CAPEC-1", "T1530"]
  message = "Whoever may read something in {s} may read everything."
  detection = "With the rights of one of the jobs, list and read a folder that it has nothing to do with."
  false_positives = "All readers are one team, with one task."
  remedy = "Give rights by table and column through a catalogue, and take away the right to the bare files."
  fix "Rights for parts" { s.rights_per_part = true }
}

/// A cell that begins with an equals sign is a formula in the spreadsheet of whoever opens the export, at a desk inside.
threat FormulaInExport: Stride.Tampering "Input becomes a formula" {
  on p: ExportsTables
  when not p.output_encoding
  when given_from_outside(p)
  likelihood = Low
  impact = Moderate
  mitigated_by = [OutputEncoding, InputValidation(strength = 40%)]
  references = ["CWE-1236", "T1204.002"]
  message = "{p} writes into spreadsheets what others sent it."
  detection = "Save a name that begins with an equals sign and adds two numbers, export, open, and look for the sum."
  false_positives = "Only programs read the exports."
  remedy = "Put an apostrophe before what begins like a formula, or write a format in which cells have a type."
  fix "Output is encoded" { p.output_encoding = true }
}

/// One stolen login, or one colleague on his last day, and one click: the whole table, in a file.
threat WholesaleExport: Stride.InformationDisclosure "Everything in one file" {
  on p: ExportsTables
  when not p.large_exports_seen
  when opened_by_people(p) and reads_secrets(p)
  likelihood = Low
  impact = High
  mitigated_by = [
    WatchedExports,
    DataMinimization,
    RateLimit(strength = 40%),
    Alerting,
    RoleBasedAccess(strength = 30%)
  ]
  references = ["CWE-799", "CAPEC-150", "T1213.006", "T1567"]
  message = "Whoever may export from {p} may take everything at once, unseen."
  detection = "With an ordinary login, export the largest table there is, at night, and wait for somebody to ask."
  false_positives = "People can export only what is their own."
  remedy = "Limit the rows of an export by role, let more wait for a second person, and report the largest ones of the week."
  fix "Large exports are seen" { p.large_exports_seen = true }
}

/// A caller's value becomes part of a query in a language that has no rows but as much power.
threat QueryInjection: Stride.Tampering "Input becomes part of a query" {
  on p: process
  when p is not ReadyMade and not p.parameterized_queries
  when p is not Relay
  when exists s in stores_used(p) where (s is GraphDatabase or s is TimeSeriesDatabase)
    or exists s in stores_used_behind(p) where (s is GraphDatabase or s is TimeSeriesDatabase)
  when given_from_outside(p)
  likelihood = if open_to_strangers(p) then High else Moderate
  impact = High
  mitigated_by = [ParameterizedQueries, InputValidation(strength = 40%), LeastPrivilege, CodeReview]
  references = ["CWE-943", "CAPEC-676", "T1190"]
  message = "{p} builds queries, and what comes from outside may end up inside them."
  detection = "Search the code for queries put together from strings; send a quote, a bracket and a second clause in each field."
  false_positives = "All access goes through a library that binds values."
  remedy = "Hand values over as parameters; where a name must come from input, choose it from a list."
  fix "Values are bound" { p.parameterized_queries = true }
}
