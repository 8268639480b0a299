//! Controls of generic flows.

/// Nobody on the way can read or change what is said.
control ConfidentialChannel: DataFlow "Encrypted and sealed conversation" {
  strength = 90%
  provides_confidentiality = true
  provides_integrity = true
  satisfies = [
    "NIST-800-53 SC-8(1)",
    "ISO-27001 A.8.24",
    "PCI-DSS-4.0.1 4.2.1",
    "SOC-2 CC6.7",
    "NIST-CSF-2.0 PR.DS-02"
  ]
}

/// Each request that changes something carries a value that other sites cannot know.
control ForgeryTokens: DataFlow "Tokens against forged requests" {
  strength = 90%
  forgery_protection = AntiForgeryToken
  satisfies = ["NIST-800-53 SC-23", "ISO-27001 A.8.5", "NIST-CSF-2.0 PR.AA-04"]
}

/// The receiver asks for proof of the sender before it reads on.
control ProvenSender: DataFlow "Sender proven" {
  strength = 90%
  authenticates_source = Yes
  satisfies = ["NIST-800-53 IA-9", "ISO-27001 A.8.5", "SOC-2 CC6.1", "NIST-CSF-2.0 PR.AA-03"]
}

/// The sender asks for proof of the receiver before it says anything.
control ProvenReceiver: DataFlow "Receiver proven" {
  strength = 90%
  authenticates_destination = true
  satisfies = [
    "NIST-800-53 SC-8",
    "NIST-800-53 SC-23",
    "ISO-27001 A.5.14",
    "SOC-2 CC6.7",
    "NIST-CSF-2.0 PR.DS-02"
  ]
}
