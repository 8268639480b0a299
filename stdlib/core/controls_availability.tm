//! Controls that keep a system running.

/// Each caller gets a share; what is above it is refused early and cheaply.
control RateLimit: process "Rate limit" {
  strength = 60%
  satisfies = ["NIST-800-53 SC-5", "NIST-800-53 SC-6"]
  cost = 2_000 EUR
}

/// A service in front that soaks up floods of traffic.
control DdosProtection: process + boundary "Flood protection" {
  strength = 80%
  satisfies = ["NIST-800-53 SC-5"]
  cost = 12_000 EUR
}

/// Capacity follows the load, within a limit that somebody pays for.
control AutoScaling: process + store "Capacity follows load" {
  strength = 40%
  satisfies = ["NIST-800-53 SC-5", "ISO-27001 A.8.6", "SOC-2 A1.1", "NIST-CSF-2.0 PR.IR-04"]
  cost = 5_000 EUR
}

/// More than one copy runs, in places that do not fail together.
control Redundancy: process + store "Redundant copies" {
  strength = 60%
  reduces = Impact
  satisfies = ["NIST-800-53 SC-36", "ISO-27001 A.8.14", "SOC-2 A1.2", "NIST-CSF-2.0 PR.IR-03"]
  cost = 10_000 EUR
}

/// Copies are kept where the same accident or attacker does not reach, and restoring them is rehearsed.
control Backups: store "Rehearsed backups" {
  strength = 85%
  reduces = Impact
  backups = true
  satisfies = [
    "NIST-800-53 CP-9",
    "ISO-27001 A.8.13",
    "HIPAA 164.308(a)(7)(ii)(A)",
    "SOC-2 A1.2",
    "SOC-2 A1.3",
    "CIS-8.1 11.2",
    "CIS-8.1 11.5",
    "NIST-CSF-2.0 PR.DS-11"
  ]
  cost = 4_000 EUR
}

/// Each caller has a share that counts what its requests cost; what is dear to answer gets a smaller one, or needs a login.
control FairShares: process "Shares by what a request costs" {
  strength = 75%
  load_limited = true
  satisfies = ["NIST-800-53 SC-5", "NIST-800-53 SC-6", "ISO-27001 A.8.6"]
}
