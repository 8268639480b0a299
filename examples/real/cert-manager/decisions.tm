//! What is decided. The rest is open, and believed.

accept AlteredInTransit on challenge until 2027-05-31 {
  by = "platform@example.org"
  reason = "The authority asks without encryption: there is no certificate yet."
}
