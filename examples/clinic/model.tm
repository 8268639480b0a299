//! Patients of a practice see their results and make appointments. The model declares that it is under HIPAA:
//! `tm compliance examples/clinic` lists each safeguard, where it applies, and by what it is met.

use std.web
use std.compliance
use std.hipaa

model clinic "Practice online" {
  owner = "it@practice.example.org"
  scope = "The portal and what stands behind it. Machines in the rooms of the practice are out of scope."
  methods = [Stride]
  appetite = Moderate
  regimes = [Hipaa]
  components_watched
  algorithms_current
  interfaces_listed
}

/// Findings, results of the laboratory, letters.
data Result: HealthData "Results" {
  signed // by whoever found it
  confidentiality = VeryHigh
  integrity = High
  availability = Moderate
}
data Appointment: HealthData "Appointment" {
  signed // by the portal, for whoever made it
  confidentiality = High
  integrity = Moderate
  availability = Moderate
}
data SessionId: Credentials "Session" {
  confidentiality = High
  integrity = High
  availability = Low
}
data Trail: AuditTrail "Who looked at what" {
  confidentiality = Moderate
  integrity = High
  availability = Moderate
  phi = false
}
