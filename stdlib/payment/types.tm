//! Payments: card data, the programs that handle it, and where they stand.
use std.compliance
use std.web

/// The number on a card that money can be taken with.
type CardNumber: data "Card number" {
  proves_card = false
  /// Only the first and last digits are there.
  truncated: Bool
}

/// What proves that the card, or its owner, is there: the code on the back, the magnetic track, the PIN.
type CardVerification: data "Card verification data" { pci = true, proves_card = true }

/// Stands for a card number where the number itself is not needed.
type PaymentToken: data "Payment token" { pci = false }

/// The zone in which card data is handled, and nothing else.
type CardholderEnvironment: RestrictedZone "Cardholder data environment" {
  icon = "card"
  /// Only listed connections lead in and out, and somebody tests that.
  separated: Bool
}

/// Where software is tried before it is used.
type TestZone: boundary "Test zone" { icon = "area" }

/// Somewhere to type a card number: a page, or the part of one that a provider supplies.
type PaymentPage: process "Payment page" { icon = "card" }

/// Lets people pay.
type TakesPayments: process "Takes payments" {
  /// An order counts as paid when the provider says so, server to server, with amount and currency compared.
  confirmed_by_provider: Bool
  /// The same order sent twice is paid once.
  idempotent: Bool
  /// The owner of the card or account confirms what matters to their bank (3-D Secure, strong customer authentication).
  payer_confirmed: Bool
  /// Cards that are refused are counted, by card, account and device, and whoever has many is slowed down or asked for more.
  tries_limited: Bool
}

/// Gives money back.
type MakesRefunds: process "Makes refunds" {
  /// Above an amount a second person, or a rule that staff cannot change, decides.
  second_person: Bool
}

extend PaysOut {
  /// A new or changed account is confirmed over another way, and waits before money goes there.
  payee_confirmed: Bool
}

/// Turns tokens back into card numbers.
type Detokenizes: process "Turns tokens back" {
  /// Named programs may ask, for named purposes, and how often is watched.
  callers_listed: Bool
}

/// Reads cards in a shop or a machine.
type PaymentTerminal: process "Payment terminal" {
  icon = "card"
  /// The reader itself encrypts for the provider; nothing in between can read the card.
  encrypts_at_reader: Bool
  /// Somebody compares it with a list and a picture, often.
  inspected: Bool
  /// Nobody stands beside it.
  unattended: Bool
}

/// The bank that takes card payments for a merchant.
type Acquirer: PaymentProvider "Acquirer" { icon = "bank" }

/// Card numbers and the tokens that stand for them.
type TokenVault: store "Token vault" { icon = "vault" }

/// Who owes whom what.
type Ledger: SqlDatabase "Ledger" {
  icon = "bank"
  /// It is compared with what banks and providers say, every day, by somebody who does not write it.
  reconciled: Bool
}
