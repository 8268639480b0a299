//! What we decided about the threats that were found. A decision that matches nothing any more is an error,
//! one that has expired opens its threat again.

/// A threat of this model alone, written by hand: no rule of the library looks for it.
threat FraudulentOrders: Stride.Spoofing "Orders paid with stolen cards" {
  on checkout
  likelihood = High
  impact = Moderate
  message = "Someone orders books with the card of someone else."
  detection = "Compare last year's chargebacks with last year's orders."
}

transfer FraudulentOrders on checkout to stripe {
  reason = "Chargeback protection is part of the contract; Stripe bears the loss and blocks what looks wrong."
}

// Passwords. The multi-factor login itself is planned where it will stand, on `logins`.
mitigate BruteForce on logins with AccountLockout {
  status = implemented
  verified_by = [junit("accounts-tests", case = "lockout_*")]
  owner = "accounts@example.org"
  ticket = "SHOP-204"
}

dismiss IdentifiedElsewhere on charge {
  reason = "Who pays by card wants the card to be charged; nothing else about the order is sent."
}

// The shop stands behind the edge, which soaks up floods for it: a control need not stand where the threat does.
mitigate DenialOfService on shop with DdosProtection {
  status = implemented
  verified_by = [junit("edge-tests", case = "flood_*")]
  owner = "platform@example.org"
  ticket = "SHOP-198"
}
mitigate MissingAuditTrail on shop with AuditLog {
  status = planned
  owner = "accounts@example.org"
  ticket = "SHOP-352"
}

// What may be lost.
accept DataLoss on mail_queue until 2027-06-30 {
  by = "payments@example.org"
  reason = "A lost confirmation is sent again by support. Twelve cases in two years."
}

accept PartnerOutage on mailer -> mail_service until 2027-12-31 {
  by = "payments@example.org"
  reason = "Mails wait in the queue for up to four days."
}
