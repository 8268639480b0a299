//! A bank in an app.

use std.web
use std.linddun
use std.mobile

model bank "Mobile bank" {
  owner = "mobile-banking@example.org"
  scope = """
    The app, what it talks to, and the way of a payment to the ledger.
    Out of scope: branches, cash machines, the card network behind the processor, the bank's offices.
  """
  methods = [Stride, Linddun, Pasta]
  appetite = Moderate
  components_watched = true
  privacy_officer = true
}

/// The phone's maker keeps keys in hardware from which no app can copy them.
assumption secure_hardware "Phones keep keys in hardware"

/// The core's vendor shows a yearly audit report; we have read the last one and found nothing that contradicts this model.
assumption vendor_report "The core's vendor keeps to its audit report"

objective own_money "Nobody but the customer moves the customer's money" {
  protects = [ledger, PaymentOrder]
  impact = Level.VeryHigh
}
objective discretion "Nobody learns how customers live" {
  protects = [Bookings, Identity]
  impact = Level.High
}

attacker thief "Thief of an unlocked phone" { starts_at = [app], skill = Level.Low }
attacker fraudster "Fraudster who calls customers" {
  starts_at = [internet]
  skill = Level.Moderate
}
attacker curious "Curious employee" { starts_at = [office], skill = Level.Low }

goal move_money "Pay from somebody else's account" {
  attacker = fraudster
  objective = own_money
  target = ledger
  impact = Level.VeryHigh
}
goal empty_account "Pay from the stolen phone" {
  attacker = thief
  objective = own_money
  target = core
  impact = Level.High
}
goal read_a_neighbour "Read a neighbour's bookings" {
  attacker = curious
  objective = discretion
  target = Bookings
  impact = Level.High
}

/// What the fraud desk saw most last year: nothing is broken, somebody is deceived.
attack by_telephone "By telephone" toward move_money {
  step "Call the customer in the bank's name"
  any {
    step TalkedIntoPaying on pay
    all {
      step "Get the customer to read out the code of the recovery"
      step WeakRecovery on identity
    }
  }
}
attack with_the_phone "With the phone in hand" toward empty_account {
  step "Take the phone while it is unlocked"
  step "Know the PIN"
}

view payment "Way of a payment" {
  include = [customer, app, gateway, payments, fraud, core, ledger, card_processor]
}
view logging_in "Way of a login" {
  include = [customer, app, keystore, gateway, identity, customers]
}
view strangers "What others learn" {
  include = [app, analytics, push_provider, card_processor, notifier, fraud]
}
