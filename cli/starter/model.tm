//! A library that lends books: a small model to change into your own.
//!
//! `tm check` lists what can go wrong, `tm explain …` says why, `tm build --out tm-out` writes a report.

// Types of elements and the threats to them come from libraries.
use std.web

model lending "Lending library" {
  owner = "you@example.org"
  scope = "Members search the catalogue and borrow books. The building is out of scope."
  // A risk above this needs a control or a decision.
  appetite = Moderate
}

/// Who borrowed what, and where they live. What is said here decides how bad a leak is.
data Loan: PersonalData "Loans" {
  confidentiality = High
  integrity = Moderate
}

data Catalogue "Catalogue" {
  confidentiality = VeryLow
  integrity = Moderate
}

// Boundaries are places of different trust. What crosses one deserves a look.
boundary internet: Internet "Internet" {
  actor member: User "Member"
}

boundary cloud: CloudAccount "Our cloud account" {
  process shelf: WebApp "Shelf" {
    internet_facing
    authentication = Password
    // A fact that is not stated is unknown, and `tm questions` asks for it:
    // input_validation = true
    // A control says what has been done against threats.
    apply [RateLimit]
  }

  store books: Postgres "Books and loans" {
    holds = [Loan, Catalogue]
    encryption_at_rest = true
  }
}

external process mailer: EmailProvider "Mail service"

flow browse: member -> shelf over Https "Search and borrow" {
  sends = Loan
  receives = [Catalogue, Loan]
}

flow query: shelf -> books over PostgresWire "Read and write" {
  sends = [Loan, Catalogue]
  receives = [Loan, Catalogue]
}

// Plain text across the internet: `tm check` says what that means. Try `over Smtp` or `encrypted = true`.
flow remind: shelf -> mailer over Http "Reminders" {
  sends = Loan
}

// What must hold, whatever the threats are.
policy NoSecretPlaces "Loans rest encrypted" {
  forbid s: store when Loan in s.holds and not s.encryption_at_rest
}
