//! Controls of Azure.
use std.cloud
use std.identity

/// Only identities of the directory are accepted; keys of the account are switched off.
control IdentitiesOnly: KeyedStore "Identities only" {
  strength = 90%
  shared_keys = false
  satisfies = [
    "NIST-800-53 IA-2",
    "NIST-800-53 IA-9",
    "ISO-27001 A.8.5",
    "SOC-2 CC6.1",
    "NIST-CSF-2.0 PR.AA-03"
  ]
}

/// Who may log in from where, with which device and factor, is decided at each login.
control ConditionalAccess: IdentityProvider "Conditions for logins" {
  strength = 80%
  satisfies = [
    "NIST-800-53 IA-2(1)",
    "NIST-800-53 AC-2(11)",
    "ISO-27001 A.8.5",
    "SOC-2 CC6.1",
    "CIS-8.1 6.3",
    "CIS-8.1 13.5",
    "NIST-CSF-2.0 PR.AA-03"
  ]
}

/// The rule that lets in everything that runs on Azure is off; the networks and programs that may connect are named.
control NamedConnections: AzureDatabase "Named connections instead of all of Azure" {
  strength = 85%
  azure_services_allowed = false
  satisfies = [
    "NIST-800-53 SC-7",
    "PCI-DSS-4.0.1 1.3.1",
    "ISO-27001 A.8.20",
    "SOC-2 CC6.6",
    "NIST-CSF-2.0 PR.IR-01"
  ]
}

/// Passwords for publishing are switched off; content is replaced only by an identity of the directory.
control PublishingByIdentity: AzureSite "Publishing with identities only" {
  strength = 90%
  publishing_passwords = false
  satisfies = ["NIST-800-53 IA-9", "ISO-27001 A.8.5", "SOC-2 CC6.1", "NIST-CSF-2.0 PR.AA-03"]
}

/// Links with a signature are switched off; a workflow starts only for a token of the directory.
control CallersOfWorkflows: LogicApp "Callers of workflows prove who they are" {
  strength = 85%
  started_by_link = false
  satisfies = ["NIST-800-53 IA-9", "ISO-27001 A.8.5", "SOC-2 CC6.1", "NIST-CSF-2.0 PR.AA-03"]
}

/// Protocols that cannot ask for a second factor are refused for everyone; what still used them was moved.
control ModernProtocols: EntraId "Old protocols refused" {
  strength = 90%
  legacy_protocols = false
  satisfies = ["NIST-800-53 IA-2", "ISO-27001 A.8.5", "SOC-2 CC6.1", "NIST-CSF-2.0 PR.AA-03"]
}

/// Guests may read their own entry and nothing else of the directory.
control GuestsKeptApart: EntraId "Guests see what is theirs" {
  strength = 85%
  guests_see_directory = false
  satisfies = ["NIST-800-53 AC-6", "ISO-27001 A.8.2", "SOC-2 CC6.3", "NIST-CSF-2.0 PR.AA-05"]
}

/// Entries of applications with strong rights have no owners; their keys are changed by administrators, on request and on the record.
control OwnerlessApplications: EntraId "Strong applications without owners" {
  strength = 80%
  strong_applications_owned = false
  satisfies = ["NIST-800-53 AC-6", "ISO-27001 A.8.2", "SOC-2 CC6.3", "NIST-CSF-2.0 PR.AA-05"]
}
