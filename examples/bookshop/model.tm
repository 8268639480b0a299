//! The bookshop: what it is, what it knows, who might want it.
//!
//! Read the files in this order: model.tm (this one), system.tm, flows.tm, decisions.tm, policies.tm, bookshop.test.tm.
//! They share one namespace; the split is for people.

use std.web
use std.linddun
use std.aws
use std.identity
use std.payment

model bookshop "Online bookshop" {
  owner = "payments@example.org"
  scope = "Browse, order and pay. The warehouse's own systems and the company's books are out of scope."
  methods = [Stride, Linddun]
  appetite = Moderate // residual risk above this fails the gate
  components_watched = true
  privacy_officer = true
}

tag pci "In scope of PCI DSS"
tag internal "Reached by our own programs only"

/// Primary account number, expiry, name. Never the CVV. It passes through the checkout and is not kept.
data Card: CardNumber "Cardholder data" {
  confidentiality = High
  integrity = Moderate
  personal = true
  legal_basis = Contract
  pci
  tags = [pci]
}

/// What stands in for the card in our own systems; it is worth nothing without our Stripe account.
data PaymentToken "Payment token" {
  confidentiality = Moderate
  integrity = Moderate
  tags = [pci]
}

/// Who ordered what, where it goes, what it cost.
data Order: PersonalData "Order" {
  confidentiality = Moderate
  integrity = High
  availability = Moderate
  records = 1_200_000
  legal_basis = Contract
}

/// Name, e-mail address, delivery addresses, wish list.
data Profile: PersonalData "Customer profile" {
  confidentiality = Moderate
  integrity = Moderate
  records = 400_000
  legal_basis = Contract
}

data Password: Credentials "Customer's password" { confidentiality = High, integrity = High }
data SessionId: Credentials "Session id" { confidentiality = High, integrity = High }

/// Titles, prices, stock. Anyone may read it; a wrong price is a loss.
data Catalogue "Catalogue" {
  confidentiality = VeryLow
  integrity = High
  availability = Moderate
  personal = false // said, so that the privacy rules need not ask
}

/// The invoice as PDF, kept ten years because the law says so.
data Invoice: PersonalData "Invoice" {
  confidentiality = Moderate
  integrity = High
  legal_basis = LegalDuty
}

data StripeKey: Secret "Stripe's API key" { confidentiality = VeryHigh, integrity = High }

/// Method, path, status, duration, session number. No addresses, no names.
data RequestLog "Request log" {
  confidentiality = Low
  integrity = Low
  availability = Low
  personal = false
}

/// Managers of Cognito, RDS, S3 and SQS work as their documentation says.
assumption aws_keeps_its_word "AWS keeps its side of the shared responsibility"

/// The design review of 2026 looked at the checkout and the account pages only. The import of the catalogue was not looked at.
assumption import_not_reviewed "The catalogue import has not been reviewed"

attacker outsider "Opportunist on the internet" { starts_at = [internet], skill = Level.Moderate }
attacker insider "Support agent with a grudge" { starts_at = [support], skill = Level.Low }

goal steal_cards "Collect cardholder data" {
  attacker = outsider
  target = Card
  impact = Level.VeryHigh
}
goal free_books "Order books without paying" {
  attacker = outsider
  target = orders
  impact = Level.Moderate
}
goal look_up_customers "Look up who ordered what" {
  attacker = insider
  target = Order
  impact = Level.Moderate
}

view payments "Payment path" {
  include = [customer, edge, shop, checkout_api, orders, stripe, keys]
}
view support_desk "What support can see" { include = [support, back_office, orders, invoices] }
