//! Controls around money.
use std.web

/// Every script of the payment page is listed, allowed and checked, and a change raises an alarm.
control WatchedScripts: process "Scripts of the payment page watched" {
  strength = 80%
  scripts_watched = true
  satisfies = [
    "NIST-800-53 SI-7",
    "PCI-DSS-4.0.1 6.4.3",
    "PCI-DSS-4.0.1 11.6.1",
    "ISO-27001 A.8.16",
    "SOC-2 CC6.8",
    "CIS-8.1 2.7",
    "NIST-CSF-2.0 DE.CM-09",
    "NIST-CSF-2.0 PR.PS-05"
  ]
}

/// The reader encrypts for the provider; the till, the network and the shop see nothing.
control PointToPointEncryption: PaymentTerminal "Encrypted from the reader on" {
  strength = 95%
  encrypts_at_reader = true
  satisfies = [
    "NIST-800-53 SC-8(1)",
    "PCI-DSS-4.0.1 3.5.1",
    "PCI-DSS-4.0.1 4.2.1",
    "ISO-27001 A.8.24",
    "SOC-2 CC6.7",
    "CIS-8.1 3.10",
    "NIST-CSF-2.0 PR.DS-02"
  ]
}

/// Terminals are on a list with pictures, and staff look for strange parts and people.
control TerminalInspection: PaymentTerminal "Terminals inspected" {
  strength = 60%
  inspected = true
  satisfies = ["PCI-DSS-4.0.1 9.5.1"]
}

/// Payments are scored by device, place, speed and history, and doubtful ones wait.
control FraudScreening: process "Payments screened for fraud" {
  strength = 60%
  satisfies = ["NIST-800-53 SI-4"]
}

/// The payer's bank asks the payer.
control StrongCustomerAuthentication: TakesPayments "The payer confirms" {
  strength = 85%
  payer_confirmed = true
  satisfies = [
    "NIST-800-53 IA-8",
    "NIST-800-53 AU-10",
    "ISO-27001 A.8.5",
    "SOC-2 CC6.1",
    "NIST-CSF-2.0 PR.AA-03"
  ]
}

/// What the provider says, server to server, decides; what the browser brings back does not.
control ProviderConfirmation: TakesPayments "Paid when the provider says so" {
  strength = 95%
  confirmed_by_provider = true
  satisfies = ["NIST-800-53 SI-10", "SOC-2 PI1.2", "SOC-2 PI1.3"]
}

/// Each order has a key, and the second use of a key changes nothing.
control IdempotencyKeys: TakesPayments "Each order is paid once" {
  strength = 90%
  idempotent = true
  satisfies = ["NIST-800-53 SI-10", "SOC-2 PI1.3"]
}

/// Who asks for money to move is not the one who lets it go.
control TwoPersonPayments: process "Two people move money" {
  strength = 80%
  satisfies = [
    "NIST-800-53 AC-5",
    "NIST-800-53 AC-3(2)",
    "ISO-27001 A.5.3",
    "SOC-2 CC6.3",
    "SOC-2 PI1.3",
    "NIST-CSF-2.0 PR.AA-05"
  ]
}

/// A changed account is confirmed over a way that was known before, and waits some days.
control PayeeConfirmation: PaysOut "Accounts of payees confirmed" {
  strength = 80%
  payee_confirmed = true
  satisfies = ["NIST-800-53 AC-3", "SOC-2 PI1.2"]
}

/// Numbers come back out for a short list of programs, and an alarm counts them.
control ListedDetokenizers: Detokenizes "Few may have numbers back" {
  strength = 85%
  callers_listed = true
  satisfies = [
    "NIST-800-53 AC-3",
    "PCI-DSS-4.0.1 7.2.5",
    "PCI-DSS-4.0.1 7.2.6",
    "ISO-27001 A.8.3",
    "SOC-2 CC6.1",
    "CIS-8.1 3.3",
    "NIST-CSF-2.0 PR.AA-05"
  ]
}

/// Another person compares the ledger with what banks and providers say.
control Reconciliation: Ledger "Reconciled every day" {
  strength = 75%
  reconciled = true
  satisfies = ["NIST-800-53 AU-6", "NIST-800-53 AC-5", "SOC-2 PI1.5"]
}

/// Numbers are truncated, replaced by tokens, or encrypted with keys that those who query the store do not have.
control UnreadableNumbers: store "Card numbers nobody can read" {
  strength = 85%
  numbers_unreadable = true
  satisfies = [
    "PCI-DSS-4.0.1 3.5.1",
    "NIST-800-53 SC-28(1)",
    "ISO-27001 A.8.11",
    "SOC-2 C1.1",
    "NIST-CSF-2.0 PR.DS-01"
  ]
}

/// Only listed connections lead in and out, and somebody tries to get through twice a year.
control TestedWall: CardholderEnvironment "Wall around card data, tested" {
  strength = 85%
  separated = true
  satisfies = [
    "PCI-DSS-4.0.1 11.4.5",
    "NIST-800-53 SC-7",
    "ISO-27001 A.8.22",
    "SOC-2 CC6.6",
    "NIST-CSF-2.0 PR.IR-01"
  ]
}

/// Refusals are counted by card, account and device; whoever has many waits, or is asked for more.
control CountedTries: TakesPayments "Refused cards are counted" {
  strength = 75%
  tries_limited = true
}

/// Above an amount a second person, or a rule that staff cannot change, decides.
control SecondHand: MakesRefunds "A second hand for refunds" {
  strength = 80%
  second_person = true
  satisfies = ["NIST-800-53 AC-5", "NIST-800-53 AC-3(2)", "ISO-27001 A.5.3", "SOC-2 CC6.3"]
}
