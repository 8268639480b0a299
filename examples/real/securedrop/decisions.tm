//! What the guides let one decide. The rest is open, and believed.

accept PartnerOutage on tor_browser -> tor until 2027-12-31 {
  by = "security@newsroom.example.org"
  reason = "Nothing else hides who calls; a source can wait, or send a letter."
}
dismiss LinkedRecords on inbox {
  reason = "What one source sent lies together on purpose, under two random words that say nothing about them."
}
