//! Controls of Google Cloud.

/// The program runs under a service account made for it; the one that came with the project is switched off.
control OwnServiceAccount: RunsAsServiceAccount "A service account of its own" {
  strength = 80%
  default_account = false
  satisfies = ["NIST-800-53 AC-6", "ISO-27001 A.8.2", "SOC-2 CC6.3", "NIST-CSF-2.0 PR.AA-05"]
}

/// Delegation over the whole domain is taken back; users who want something done grant it themselves.
control NoDelegation: RunsAsServiceAccount "Acts only as itself" {
  strength = 85%
  acts_for_all_users = false
  satisfies = ["NIST-800-53 AC-6", "ISO-27001 A.8.2", "SOC-2 CC6.3", "NIST-CSF-2.0 PR.AA-05"]
}

/// Keys in the project's settings are refused; shells open for people's own logins, with a second factor.
control LoginsOfPeople: ComputeEngine "Remote shells by login of people" {
  strength = 85%
  project_keys = false
  satisfies = ["NIST-800-53 IA-2", "ISO-27001 A.8.5", "SOC-2 CC6.1", "NIST-CSF-2.0 PR.AA-03"]
}

/// The key works for named services, and from named apps, pages or addresses.
control RestrictedKeys: GoogleApiKey "Keys restricted by service and caller" {
  strength = 75%
  restricted = true
  satisfies = ["NIST-800-53 AC-6", "ISO-27001 A.8.2", "SOC-2 CC6.3", "NIST-CSF-2.0 PR.AA-05"]
}
