//! Controls on data that is kept or shared.

/// Media, snapshots and backups are encrypted with a key that is kept elsewhere.
control EncryptionAtRest: store "Encryption at rest" {
  strength = 70%
  encryption_at_rest = true
  satisfies = [
    "NIST-800-53 SC-28(1)",
    "ISO-27001 A.8.24",
    "HIPAA 164.312(a)(2)(iv)",
    "GDPR Art.32",
    "NIST-800-53 SC-28",
    "SOC-2 C1.1",
    "CIS-8.1 3.11",
    "NIST-CSF-2.0 PR.DS-01"
  ]
  cost = 1_500 EUR
}

/// Single fields are encrypted by the application before they reach the store.
control FieldEncryption: store "Encryption of single fields" {
  strength = 85%
  satisfies = [
    "NIST-800-53 SC-28(1)",
    "PCI-DSS-4.0.1 3.5.1",
    "HIPAA 164.312(a)(2)(iv)",
    "ISO-27001 A.8.24",
    "SOC-2 C1.1",
    "CIS-8.1 3.11",
    "NIST-CSF-2.0 PR.DS-01"
  ]
  cost = 9_000 EUR
}

/// A meaningless token stands in for the value; the value lives in one guarded place.
control Tokenization: store + process "Tokenisation" {
  strength = 80%
  reduces = Impact
  satisfies = ["PCI-DSS-4.0.1 3.5.1", "ISO-27001 A.8.11"]
  cost = 15_000 EUR
}

/// Only the fields that the receiver needs are sent or kept.
control DataMinimization: process + flow + store "Data minimisation" {
  strength = 60%
  satisfies = ["GDPR Art.5", "NIST-800-53 SI-12(1)"]
  cost = 4_000 EUR
}

/// Names and ids are replaced, and the key back is kept apart.
control Pseudonymization: store + flow "Pseudonyms" {
  strength = 60%
  satisfies = ["GDPR Art.25", "NIST-800-53 SI-19"]
  cost = 6_000 EUR
}

/// A job deletes what is past its time, copies included, and somebody looks at what it did.
control RetentionLimit: store "Deleted in time" {
  strength = 60%
  deletes_old = true
  reduces = Impact
  satisfies = [
    "GDPR Art.5",
    "NIST-800-53 SI-12",
    "PCI-DSS-4.0.1 3.2.1",
    "ISO-27001 A.8.10",
    "SOC-2 C1.2",
    "SOC-2 P4.2",
    "CIS-8.1 3.4"
  ]
  cost = 3_000 EUR
}

/// Secrets are fetched from a guarded place at run time, and changed on a schedule.
control SecretsManagement: process + store "Secrets kept in a vault" {
  strength = 85%
  satisfies = ["NIST-800-53 SC-12", "PCI-DSS-4.0.1 8.6.2", "ISO-27001 A.5.17", "SOC-2 CC6.1"]
  cost = 5_000 EUR
}

/// What was written cannot be changed or removed before its time, even by administrators.
control AppendOnlyStorage: store "Write once" {
  strength = 90%
  append_only = true
  satisfies = ["NIST-800-53 AU-9", "PCI-DSS-4.0.1 10.3.2", "ISO-27001 A.5.33"]
  cost = 3_000 EUR
}

/// Names, numbers and texts are replaced before data leaves production, and a check looks for what was forgotten.
control MaskedCopies: store "Masked copies" {
  strength = 80%
  reduces = Impact
  satisfies = [
    "PCI-DSS-4.0.1 6.5.5",
    "ISO-27001 A.8.33",
    "ISO-27001 A.8.11",
    "NIST-800-53 SA-3(2)",
    "NIST-800-53 SI-12(2)",
    "NIST-800-53 SI-19"
  ]
  cost = 6_000 EUR
}
