//! Controls of stores and of those who work with them.
use std.web

/// Other people, in another account, decide about the copies than about what they protect.
control SeparateBackups: BackupStore "Backups out of reach" {
  strength = 80%
  separate_rights = true
  satisfies = [
    "NIST-800-53 CP-9(3)",
    "NIST-800-53 AC-5",
    "ISO-27001 A.8.13",
    "SOC-2 A1.2",
    "CIS-8.1 11.3",
    "CIS-8.1 11.4",
    "NIST-CSF-2.0 PR.DS-11"
  ]
}

/// Programs log in with accounts that can use tables but not change or drop them.
control NarrowLogin: SqlDatabase "Login for the task" {
  strength = 80%
  owner_login = false
  satisfies = [
    "NIST-800-53 AC-6",
    "PCI-DSS-4.0.1 7.2.5",
    "ISO-27001 A.8.2",
    "SOC-2 CC6.3",
    "CIS-8.1 3.3",
    "NIST-CSF-2.0 PR.AA-05"
  ]
}

/// Each program and each person logs in with an account of their own.
control OwnLogins: store "A login for each" {
  strength = 80%
  shared_login = false
  satisfies = [
    "NIST-800-53 IA-2",
    "PCI-DSS-4.0.1 8.2.2",
    "ISO-27001 A.5.16",
    "SOC-2 CC6.1",
    "SOC-2 CC6.2",
    "NIST-CSF-2.0 PR.AA-01"
  ]
}

/// Who asked for what is written down outside of the store.
control QueryRecording: store "Queries on the record" {
  strength = 75%
  queries_recorded = true
  satisfies = [
    "NIST-800-53 AU-12",
    "PCI-DSS-4.0.1 10.2.1",
    "ISO-27001 A.8.15",
    "SOC-2 CC7.2",
    "CIS-8.1 3.14",
    "CIS-8.1 8.5",
    "NIST-CSF-2.0 PR.PS-04"
  ]
}

/// The store itself shows each login only the rows of its tenant.
control TenantRules: SharedTenancy "The store keeps tenants apart" {
  strength = 85%
  tenant_separation = ByStore
  satisfies = [
    "NIST-800-53 AC-4(21)",
    "NIST-800-53 AC-3",
    "ISO-27001 A.8.3",
    "SOC-2 CC6.1",
    "CIS-8.1 3.3",
    "NIST-CSF-2.0 PR.AA-05"
  ]
}

/// Names in caches and indexes begin with the tenant, put there by one library.
control TenantKeys: Rebuildable "The tenant in every key" {
  strength = 85%
  tenant_in_keys = true
  satisfies = ["NIST-800-53 AC-4(21)", "ISO-27001 A.8.3", "SOC-2 CC6.1"]
}

/// Each tenant has its share; what is above it waits.
control TenantQuotas: ServesTenants "A share for each tenant" {
  strength = 80%
  limits_per_tenant = true
  satisfies = ["NIST-800-53 SC-6", "ISO-27001 A.8.6"]
}

/// Only the owner of a topic writes to it, and readers are named.
control TopicRights: EventStream "Rights for each topic" {
  strength = 80%
  topic_rights = true
  satisfies = [
    "NIST-800-53 AC-3",
    "NIST-800-53 AC-6",
    "ISO-27001 A.8.3",
    "SOC-2 CC6.1",
    "SOC-2 CC6.3",
    "CIS-8.1 3.3",
    "NIST-CSF-2.0 PR.AA-05"
  ]
}

/// Forms of messages are agreed on, kept in a registry, and checked when messages are written.
control SchemaChecks: EventStream "Checked forms" {
  strength = 75%
  schema_checked = true
  satisfies = ["NIST-800-53 SI-10", "ISO-27001 A.8.28", "SOC-2 PI1.2"]
}

/// What was done is remembered by the number of the message, in the same step.
control RepeatSafe: Worker + Function "Repeats do no harm" {
  strength = 85%
  repeat_safe = true
  satisfies = ["NIST-800-53 SC-23", "ISO-27001 A.8.26", "SOC-2 PI1.3"]
}

/// The tool asks the store as the person who sits before it.
control ReaderRights: QueryTool "Queries with the reader's rights" {
  strength = 85%
  acts_as_reader = true
  satisfies = [
    "NIST-800-53 AC-3",
    "NIST-800-53 AC-6",
    "ISO-27001 A.8.3",
    "SOC-2 CC6.1",
    "SOC-2 CC6.3",
    "CIS-8.1 3.3",
    "NIST-CSF-2.0 PR.AA-05"
  ]
}

/// Rights are given for single tables, columns or folders, to groups with a task.
control RightsPerPart: DataLake "Rights for parts of the lake" {
  strength = 75%
  rights_per_part = true
  satisfies = [
    "NIST-800-53 AC-3(11)",
    "ISO-27001 A.8.3",
    "SOC-2 CC6.1",
    "SOC-2 CC6.3",
    "CIS-8.1 3.3",
    "CIS-8.1 6.8",
    "NIST-CSF-2.0 PR.AA-05"
  ]
}

/// Only listed columns leave the database; new ones stay until somebody adds them.
control ChosenColumns: ChangeCapture "Chosen columns" {
  strength = 85%
  columns_chosen = true
  satisfies = ["NIST-800-53 SI-12(1)", "GDPR Art.5", "ISO-27001 A.8.12"]
}

/// Notebooks run where only the stores and the package mirror that they need can be reached.
control ClosedNotebooks: AnalyticsNotebook "Notebooks that call nobody" {
  strength = 80%
  calls_out = false
  satisfies = ["NIST-800-53 AC-4", "NIST-800-53 SC-7(5)", "PCI-DSS-4.0.1 1.3.2", "SOC-2 CC6.7"]
}

/// A hook takes results out of a notebook before it is saved to version control or shared.
control ClearedOutputs: AnalyticsNotebook "Results taken out before sharing" {
  strength = 80%
  outputs_cleared = true
  satisfies = ["NIST-800-53 AC-4", "ISO-27001 A.8.12", "NIST-CSF-2.0 PR.DS-01"]
}

/// An export of more than usual waits for a second person, or wakes one.
control WatchedExports: ExportsTables "Large exports wait or wake somebody" {
  strength = 70%
  large_exports_seen = true
  satisfies = ["NIST-800-53 SI-4", "ISO-27001 A.8.12", "SOC-2 CC6.7", "NIST-CSF-2.0 DE.CM-09"]
}

/// Scripts, procedures in general languages and commands of the machine are switched off in the store.
control PlainQueries: store "Queries that run no code" {
  strength = 90%
  runs_code = false
  satisfies = ["NIST-800-53 CM-7", "ISO-27001 A.8.9", "CIS-8.1 4.8", "NIST-CSF-2.0 PR.PS-01"]
}

/// For which tenant a request acts is taken from the proof of who calls, in one place; what the request says is ignored.
control TenantFromLogin: ServesTenants "The tenant follows from the login" {
  strength = 90%
  tenant_from_login = true
  satisfies = ["NIST-800-53 AC-3", "NIST-800-53 AC-4", "ISO-27001 A.8.3", "SOC-2 CC6.1"]
}
