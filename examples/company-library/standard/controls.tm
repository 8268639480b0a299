//! Controls that the house has and the world does not.

use std.web

/// Every request from the internet passes the edge team's filters: floods, bots, known attacks. Tested each quarter.
control EdgeShield: process + boundary "Edge shield" {
  strength = 80%
  satisfies = ["NIST-800-53 SC-5", "NIST-800-53 SC-7", "ACME-GW-1"]
  cost = 40_000 EUR
}

/// Twice a year a team that does not own the service runs it for a day, with the runbook alone.
control GameDay: AcmeService "Game day" {
  strength = 60%
  reduces = Impact
  satisfies = ["ISO-27001 A.5.30"]
  cost = 3_000 EUR
}
