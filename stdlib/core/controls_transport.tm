//! Controls that protect what travels.

/// The conversation runs inside TLS, and the client checks the server's certificate.
control Tls: flow "Transport encryption" {
  strength = 95%
  encrypted = true
  satisfies = [
    "NIST-800-53 SC-8(1)",
    "PCI-DSS-4.0.1 4.2.1",
    "ISO-27001 A.8.24",
    "HIPAA 164.312(e)(2)(ii)",
    "GDPR Art.32",
    "NIST-800-53 SC-8",
    "ISO-27001 A.5.14",
    "SOC-2 CC6.7",
    "CIS-8.1 3.10",
    "NIST-CSF-2.0 PR.DS-02"
  ]
  cost = 1_000 EUR
}

/// A mesh, or the network itself, encrypts what is said inside, so that no program can forget it.
control EncryptedTraffic: boundary "Traffic inside is encrypted" {
  strength = 90%
  traffic_encrypted = true
  satisfies = [
    "NIST-800-53 SC-8(1)",
    "NIST-800-53 SC-8",
    "ISO-27001 A.8.24",
    "HIPAA 164.312(e)(2)(ii)",
    "SOC-2 CC6.7",
    "CIS-8.1 3.10",
    "NIST-CSF-2.0 PR.DS-02"
  ]
  cost = 8_000 EUR
}

/// The store refuses connections that are not encrypted, so that no program can forget it.
control EncryptedOnly: store "Encrypted connections only" {
  strength = 95%
  encrypted_only = true
  satisfies = [
    "NIST-800-53 SC-8(1)",
    "NIST-800-53 SC-8",
    "PCI-DSS-4.0.1 4.2.1",
    "ISO-27001 A.8.24",
    "HIPAA 164.312(e)(2)(ii)",
    "SOC-2 CC6.7",
    "CIS-8.1 3.10",
    "NIST-CSF-2.0 PR.DS-02"
  ]
  cost = 500 EUR
}

/// TLS in which the client shows a certificate too, so that each end knows the other.
control MutualTls: flow "Mutual TLS" {
  strength = 95%
  encrypted = true
  authenticated = true
  satisfies = [
    "NIST-800-53 SC-8(1)",
    "NIST-800-53 IA-9",
    "ISO-27001 A.8.24",
    "PCI-DSS-4.0.1 4.2.1",
    "HIPAA 164.312(e)(2)(ii)",
    "ISO-27001 A.5.14",
    "SOC-2 CC6.7",
    "CIS-8.1 3.10",
    "NIST-CSF-2.0 PR.DS-02"
  ]
  cost = 4_000 EUR
}

/// The conversation runs through an encrypted tunnel between two known ends; inside them it is in clear.
control Vpn: flow "Encrypted tunnel" {
  strength = 70%
  satisfies = [
    "NIST-800-53 AC-17",
    "ISO-27001 A.8.20",
    "HIPAA 164.312(e)(2)(ii)",
    "SOC-2 CC6.7",
    "NIST-CSF-2.0 PR.DS-02"
  ]
  cost = 3_000 EUR
}

/// Each message carries a signature that its receiver checks before using it.
control MessageSigning: flow "Signed messages" {
  strength = 85%
  satisfies = ["NIST-800-53 SC-8", "NIST-800-53 AU-10"]
  cost = 5_000 EUR
}

/// What is sent is encrypted for its final reader; systems on the way see nothing.
control EndToEndEncryption: flow "End-to-end encryption" {
  strength = 95%
  satisfies = [
    "NIST-800-53 SC-8(1)",
    "PCI-DSS-4.0.1 4.2.1",
    "HIPAA 164.312(e)(2)(ii)",
    "GDPR Art.32",
    "ISO-27001 A.8.24",
    "SOC-2 CC6.7",
    "CIS-8.1 3.10",
    "NIST-CSF-2.0 PR.DS-02"
  ]
  cost = 15_000 EUR
}

/// A second way between the two ends is there and is used when the first fails.
control RedundantPath: flow "Second path" {
  strength = 70%
  satisfies = ["NIST-800-53 CP-2", "ISO-27001 A.8.14"]
  cost = 8_000 EUR
}

/// Calls have a time limit, failures are counted, and a failing partner is left alone for a while.
control CircuitBreaker: flow "Time limits and circuit breaker" {
  strength = 60%
  satisfies = ["NIST-800-53 SC-5"]
  cost = 2_000 EUR
}

/// The one who opens the conversation compares the certificate with the name and hangs up when they differ.
control ServerChecks: flow "The other end is checked" {
  strength = 90%
  server_verified = true
  satisfies = [
    "NIST-800-53 SC-8",
    "NIST-800-53 SC-23",
    "ISO-27001 A.5.14",
    "SOC-2 CC6.7",
    "NIST-CSF-2.0 PR.DS-02"
  ]
}
