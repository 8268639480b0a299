//! What the bank decided, and one threat that no rule can see.

/// Before money goes to an account for the first time, the app shows whose account it is and waits.
control PayeeCheck: process "Name of the payee shown, first payment delayed" {
  strength = 45%
  satisfies = ["EU-260/2012 Art.5c"]
  cost = 60_000 EUR
}

/// Nothing is broken into: the customer is talked into paying, and proves it with their own fingerprint.
threat TalkedIntoPaying: Stride.Spoofing "Customers are talked into paying" {
  on pay
  likelihood = Level.High
  impact = Level.High
  message = "A caller who says they are the bank makes the customer pay."
  detection = "Read last month's complaints; count those in which the customer approved the payment."
}

mitigate TalkedIntoPaying on pay with PayeeCheck {
  status = implemented
  verified_by = [junit("payments-tests", case = "first_payment_waits_*")]
  owner = "payments@example.org"
  ticket = "BANK-1203"
}

// How customers get back in was the way in twice last year.
mitigate WeakRecovery on identity with MultiFactor {
  status = implemented
  verified_by = [junit("identity-tests", case = "recovery_needs_*")]
  owner = "identity@example.org"
  ticket = "BANK-1177"
}

// Privacy
mitigate IdentifiedElsewhere on track with Pseudonymization {
  status = planned
  owner = "privacy@example.org"
  ticket = "BANK-1250"
}
mitigate LargeCollection on Identity with RetentionLimit {
  status = planned
  owner = "privacy@example.org"
  ticket = "BANK-1219"
}
accept LargeCollection on Bookings until 2027-12-31 {
  by = "board@example.org"
  reason = "A bank keeps the bookings of all its customers; the law wants ten years of them."
}
dismiss IdentifiedElsewhere on settle {
  reason = "Who pays by card asked for exactly this to be sent."
}

// Others
transfer PartnerOutage on settle to card_processor {
  reason = "The contract promises 99.95% and pays for what is missing; cards are declined politely meanwhile."
}
