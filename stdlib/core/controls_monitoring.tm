//! Controls that see what happens and can prove it.

/// Who did what and when is recorded where those who act cannot change it.
control AuditLog: process "Audit log" {
  strength = 80%
  audit_log = true
  satisfies = [
    "NIST-800-53 AU-2",
    "NIST-800-53 AU-12",
    "PCI-DSS-4.0.1 10.2.1",
    "ISO-27001 A.8.15",
    "HIPAA 164.312(b)",
    "SOC-2 CC7.2",
    "CIS-8.1 3.14",
    "CIS-8.1 8.2",
    "CIS-8.1 8.5",
    "NIST-CSF-2.0 PR.PS-04"
  ]
  cost = 5_000 EUR
}

/// Somebody is woken when something unusual happens.
control Alerting: process + store "Monitoring with alarms" {
  strength = 40%
  satisfies = [
    "NIST-800-53 SI-4",
    "NIST-800-53 AU-6",
    "ISO-27001 A.8.16",
    "SOC-2 CC7.2",
    "CIS-8.1 13.1",
    "NIST-CSF-2.0 DE.CM-09"
  ]
  cost = 8_000 EUR
}

/// Secrets and personal fields are taken out before anything is logged.
control LogRedaction: process "Logs without secrets" {
  strength = 80%
  satisfies = ["PCI-DSS-4.0.1 3.3.1", "ISO-27001 A.8.11"]
  cost = 2_000 EUR
}
