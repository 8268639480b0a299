//! Controls on how software is made and what it is made of.

/// A second person reads every change before it ships.
control CodeReview: process "Code review" {
  strength = 40%
  satisfies = [
    "NIST-800-53 SA-11(4)",
    "PCI-DSS-4.0.1 6.2.3",
    "NIST-SSDF-1.1 PW.7.2",
    "ISO-27001 A.8.28"
  ]
  cost = 6_000 EUR
}

/// Known holes in what the software is made of are found and closed in days.
control DependencyScanning: process "Dependencies watched" {
  strength = 50%
  satisfies = [
    "NIST-800-53 RA-5",
    "PCI-DSS-4.0.1 6.3.3",
    "ISO-27001 A.8.8",
    "SOC-2 CC7.1",
    "CIS-8.1 16.5",
    "NIST-SSDF-1.1 PW.4.4",
    "NIST-SSDF-1.1 RV.1.1",
    "NIST-CSF-2.0 ID.RA-01"
  ]
  cost = 3_000 EUR
}

/// Code from elsewhere runs only when its digest or signature is the expected one.
control CodeIntegrity: process "Code checked before it runs" {
  strength = 85%
  satisfies = [
    "NIST-800-53 CM-14",
    "NIST-800-53 SI-7(15)",
    "PCI-DSS-4.0.1 6.4.3",
    "SOC-2 CC6.8",
    "NIST-CSF-2.0 PR.PS-05"
  ]
  cost = 2_000 EUR
}

/// Machines and platforms are set up from one reviewed description, with everything unneeded switched off.
control HardenedBaseline: process + store "Hardened configuration" {
  strength = 50%
  satisfies = [
    "NIST-800-53 CM-6",
    "NIST-800-53 CM-7",
    "ISO-27001 A.8.9",
    "CIS-8.1 4.1",
    "CIS-8.1 16.7",
    "NIST-SSDF-1.1 PW.9.1",
    "NIST-CSF-2.0 PR.PS-01"
  ]
  cost = 5_000 EUR
}
