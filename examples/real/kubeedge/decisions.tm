//! What the operators decided. The rest is open, and believed.

accept AlteredInTransit on mapper -> actuator until 2027-04-30 {
  by = "plant@example.org"
  reason = "The line is inside a locked cabinet, and the actuator has an end stop."
}
