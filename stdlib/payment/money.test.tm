//! Money: what fires, what stays silent.
use std.web

test "scripts of the page" {
  external process adverts: AnalyticsProvider
  process loose: SinglePageApp + PaymentPage { scripts_watched = false }
  process busy: SinglePageApp + PaymentPage { scripts_watched = false }
  process strict: SinglePageApp + PaymentPage { apply WatchedScripts }
  process quiet: WebApp + PaymentPage
  flow a: busy -> adverts
  expect SkimmedPage on loose
  expect SkimmedPage on busy
  expect inherent(loose) < inherent(busy)
  expect no SkimmedPage on strict
  expect possible SkimmedPage on quiet
}

test "a page that nobody called a payment page" {
  data Number: CardNumber
  data Basket
  actor buyer: Customer
  external process provider: PaymentProvider
  process page: SinglePageApp { scripts_watched = false }
  process watched: SinglePageApp { apply WatchedScripts }
  process quiet: SinglePageApp
  process catalogue: SinglePageApp { scripts_watched = false }
  process app: MobileApp { scripts_watched = false }
  flow a: buyer -> page { sends = [Number, Basket] }
  flow b: buyer -> watched { sends = Number }
  flow c: buyer -> quiet { sends = Number }
  flow d: buyer -> catalogue { sends = Basket }
  flow e: buyer -> app { sends = Number }
  flow f: page -> provider over Https { sends = Number }
  expect SkimmedPage on page
  expect no SkimmedPage on watched
  expect possible SkimmedPage on quiet
  expect no SkimmedPage on catalogue
  expect no SkimmedPage on app
}

test "taking payments" {
  boundary outside: Internet {
    actor alice: Customer
    external process provider: PaymentProvider
  }
  boundary office: OfficeNetwork {
    actor clerk: Employee
  }
  process loose: WebService + TakesPayments {
    confirmed_by_provider = false
    idempotent = false
    payer_confirmed = false
    tries_limited = false
  }
  process asked: WebService + TakesPayments
  process counted: WebService + TakesPayments { tries_limited = true }
  process strict: WebService + TakesPayments {
    apply [ProviderConfirmation, IdempotencyKeys, StrongCustomerAuthentication, FraudScreening]
  }
  process quiet: WebService + TakesPayments
  flow a: alice -> loose
  flow b: alice -> strict
  flow c: clerk -> quiet
  flow d: loose -> provider
  flow e: strict -> provider
  flow f: quiet -> provider
  flow g: alice -> asked
  flow h: alice -> counted
  expect CardTesting on loose
  expect possible CardTesting on asked
  expect no CardTesting on counted
  expect CardTesting on strict // the treatment does not take it away
  expect residual(strict) < residual(loose)
  expect no CardTesting on quiet
  expect PaidByItsOwnWord on loose
  expect PaidTwice on loose
  expect DeniedPayment on loose
  expect no PaidByItsOwnWord on strict
  expect no PaidTwice on strict
  expect no DeniedPayment on strict
  expect possible PaidByItsOwnWord on quiet
  expect possible PaidTwice on quiet
  expect possible DeniedPayment on quiet
}

test "paying back and paying out" {
  actor clerk: Employee
  process loose: WebService + MakesRefunds + PaysOut {
    second_person = false,
    payee_confirmed = false
  }
  process strict: WebService + MakesRefunds + PaysOut {
    second_person = true,
    apply PayeeConfirmation
  }
  process quiet: WebService + MakesRefunds + PaysOut
  process alone: MakesRefunds + PaysOut { second_person = false, payee_confirmed = false }
  flow a: clerk -> loose
  flow b: clerk -> strict
  flow c: clerk -> quiet
  expect RefundsByOneHand on loose
  expect PayeeSwapped on loose
  expect no RefundsByOneHand on strict
  expect no PayeeSwapped on strict
  expect possible RefundsByOneHand on quiet
  expect possible PayeeSwapped on quiet
  expect no RefundsByOneHand on alone
  expect no PayeeSwapped on alone
}

test "terminals" {
  data Number: CardNumber
  process till
  process loose: PaymentTerminal { inspected = false, encrypts_at_reader = false }
  process lonely: PaymentTerminal {
    inspected = false,
    unattended = true,
    encrypts_at_reader = true
  }
  process strict: PaymentTerminal { apply [TerminalInspection, PointToPointEncryption] }
  process quiet: PaymentTerminal
  flow a: loose -> till { sends = Number }
  flow b: lonely -> till { sends = Number }
  flow c: strict -> till { sends = Number }
  flow d: quiet -> till { sends = Number }
  expect SwappedTerminal on loose
  expect SwappedTerminal on lonely
  expect no SwappedTerminal on strict
  expect possible SwappedTerminal on quiet
  expect ReadableBehindReader on loose
  expect no ReadableBehindReader on lonely
  expect no ReadableBehindReader on strict
  expect possible ReadableBehindReader on quiet
}

test "the books" {
  data Booking { integrity = High }
  process bank
  store loose: Ledger { reconciled = false }
  store strict: Ledger { apply Reconciliation }
  store quiet: Ledger
  store empty: Ledger { reconciled = false }
  flow a: bank -> loose { sends = Booking }
  flow b: bank -> strict { sends = Booking }
  flow c: bank -> quiet { sends = Booking }
  expect UnreconciledLedger on loose
  expect no UnreconciledLedger on strict
  expect possible UnreconciledLedger on quiet
  expect no UnreconciledLedger on empty
}

test "refunds behind a relay" {
  actor clerk: Employee
  actor alice: Customer
  process lb: LoadBalancer
  process edge: LoadBalancer
  process desk: MakesRefunds { second_person = false }
  process quiet: MakesRefunds
  process shop: MakesRefunds { second_person = false }
  flow clerk -> lb
  flow lb -> desk
  flow lb -> quiet
  flow alice -> edge
  flow edge -> shop
  expect RefundsByOneHand on desk
  expect possible RefundsByOneHand on quiet
  expect no RefundsByOneHand on shop // customers, not staff
}
