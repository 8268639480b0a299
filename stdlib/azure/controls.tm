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
