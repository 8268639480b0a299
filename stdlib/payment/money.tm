//! Money: paying, paying back and paying out.
use std.web

/// People type their cards into it.
fn cards_are_typed(p: process) = exists f in p.inflows
  where (f.source is actor
    and known(f.sends)
    and exists d in f.sends where (d is CardNumber or d is CardVerification))

/// A script that was added or changed copies every card as it is typed, and the payment goes through as always.
threat SkimmedPage: Stride.InformationDisclosure "A script copies cards as they are typed" {
  on p: process
  when p is PaymentPage or p is SinglePageApp and cards_are_typed(p)
  when not p.scripts_watched
  likelihood = if exists f in p.outflows
        where (f.target is process and f.target.external and f.target is not PaymentProvider)
      then Moderate
    else Low
  impact = VeryHigh
  mitigated_by = [
    WatchedScripts,
    ContentSecurityPolicy(strength = 40%),
    CodeIntegrity(strength = 50%)
  ]
  references = ["CWE-829", "T1056.003", "T1059.007", "PCI-DSS-4.0.1 6.4.3", "PCI-DSS-4.0.1 11.6.1"]
  message = "A changed script on {p} would go unnoticed while it copies cards."
  detection = "List every script that the page loads, directly or through others, with who wants it; change one in a test copy and wait for the alarm."
  false_positives = "The fields for the card stand in a frame of the provider, and the page around it cannot replace it."
  remedy = "Keep scripts off the page that it does not need, list and check the rest, and have an outside eye compare the page every day."
  fix "Watch the scripts" { p.scripts_watched = true }
}

/// What looks out for thieves is in place, and nobody has said whether it is enough.
fn screened(p: process) = p.controls has FraudScreening or p.controls has BotDefence

/// Thieves try lists of stolen cards with small payments to see which still work. The merchant pays fees, and the banks begin to refuse its customers.
threat CardTesting: Stride.DenialOfService "Stolen cards are tried out here" {
  on p: TakesPayments
  when not known(p.tries_limited) and screened(p) or not p.tries_limited
  when exists f in p.inflows where (from_untrusted(f))
  likelihood = High
  impact = Low
  mitigated_by = [
    CountedTries,
    FraudScreening,
    BotDefence,
    RateLimit(strength = 40%),
    RateLimit(strength = 40%, on = p.inflows.source),
    StrongCustomerAuthentication
  ]
  references = ["CWE-799", "CAPEC-112", "T1657"]
  message = "Strangers may try cards at {p} until one works."
  detection = "Pay small amounts with fifty of the provider's test cards that are refused, from ten addresses; see what stops it and when."
  false_positives = "Only customers known by contract can pay, with cards stored before."
  remedy = "Count refusals by card, account, device and basket; slow down, then ask for more proof; do not tell why a card was refused."
  fix "Limit tries" { p.tries_limited = true }
}

/// The browser comes back and says that it was paid, and it was not: or a cent, or another order.
threat PaidByItsOwnWord: Stride.Spoofing "An order that says it was paid" {
  on p: TakesPayments
  when not p.confirmed_by_provider
  likelihood = Moderate
  impact = High
  mitigated_by = [
    ProviderConfirmation,
    MessageSigning(strength = 50%, on = p.inflows),
    Alerting(strength = 20%)
  ]
  references = ["CWE-472", "CAPEC-162", "T1657"]
  message = "{p} may believe the buyer's own program that an order was paid."
  detection = "Leave the payment page half-way and open the address it would return to; return to it twice; pay a small order and return with the number of a large one."
  false_positives = "Nothing is delivered before the money is in the bank."
  remedy = "Ask the provider, or wait for its signed event; compare order, amount and currency with your own."
  fix "Ask the provider" { p.confirmed_by_provider = true }
}

/// A request is sent again because the answer was late, and the customer pays twice.
threat PaidTwice: Stride.Tampering "One order, paid twice" {
  on p: TakesPayments
  when not p.idempotent
  when exists f in p.outflows where (f.target is process and f.target.external)
  likelihood = Moderate
  impact = Low
  mitigated_by = [IdempotencyKeys, Alerting(strength = 20%)]
  references = ["CWE-837", "CAPEC-60"]
  message = "{p} may charge one order twice."
  detection = "Cut the connection after the provider took the order and before it answered; press the button twice; let the queue deliver twice."
  false_positives = "The provider refuses a second payment for one order number."
  remedy = "Make a key for each order before the first try, send it with each try, and ask for the state before trying again."
  fix "Pay once" { p.idempotent = true }
}

/// The customer, or the thief who had the card, gets the goods, and the owner's bank takes the money back; the merchant cannot show who it was.
threat DeniedPayment: Stride.Repudiation "The payer says it was somebody else" {
  on p: TakesPayments
  when not p.payer_confirmed
  when spoken_to(p)
  likelihood = Moderate
  impact = Moderate
  mitigated_by = [StrongCustomerAuthentication, FraudScreening, AuditLog(strength = 20%)]
  references = ["CWE-223", "CAPEC-195", "T1657"]
  message = "Who pays at {p} may deny it afterwards."
  detection = "Add up what was taken back in a year, by reason; take one case and collect what could be shown to the bank."
  false_positives = "Only payments that cannot be taken back are accepted."
  remedy = "Let the payer's bank ask the payer where risk or law demand it, and keep what shows delivery and consent."
  fix "Let the payer confirm" { p.payer_confirmed = true }
}

/// One person, or one stolen login, gives money back for what was never bought, to an account of their own.
threat RefundsByOneHand: Stride.ElevationOfPrivilege "Refunds by one hand" {
  on p: MakesRefunds
  when not p.second_person
  when by_staff(p.inflows)
    or exists f in p.inflows where (f.source is PassesOn and count(f.source.inflows) == 0)
  likelihood = Moderate
  impact = Moderate
  mitigated_by = [
    SecondHand,
    TwoPersonPayments,
    FraudScreening(strength = 40%),
    AuditLog(strength = 30%)
  ]
  references = ["CWE-841", "CAPEC-122", "T1657"]
  message = "One person alone may give money back through {p}."
  detection = "As one employee, refund more than was paid, twice, to another account, for an order of a year ago."
  false_positives = "Money goes back only to the card that paid, once, up to what was paid."
  remedy = "Let the provider enforce card, amount and once; ask a second person above a limit; look at refunds per employee."
  fix "Ask a second person" { p.second_person = true }
}

/// Somebody changes where the money goes, by a stolen session, a mail or a call, shortly before it is sent.
threat PayeeSwapped: Stride.Spoofing "Money goes to a swapped account" {
  on p: PaysOut
  when not p.payee_confirmed
  when count(p.inflows) >= 1
  likelihood = Moderate
  impact = High
  mitigated_by = [PayeeConfirmation, TwoPersonPayments(strength = 50%), Alerting(strength = 20%)]
  references = ["CWE-306", "CAPEC-151", "T1657", "T1656"]
  message = "{p} may send money to an account that somebody swapped."
  detection = "Change the account of a test payee as the payee, as staff and by mail; see what is asked, who is told, and when money goes there."
  false_positives = "Money goes only to accounts in the payee's name, which the bank compares."
  remedy = "Confirm changes over a way known before, tell the old contact, wait some days, and compare name and account."
  fix "Confirm payees" { p.payee_confirmed = true }
}

/// The terminal was exchanged, or something was put on it, and copies cards and PINs.
threat SwappedTerminal: Stride.Spoofing "A terminal that is not the real one" {
  on p: PaymentTerminal
  when not p.inspected
  likelihood = if known(p.unattended) and p.unattended then Moderate else Low
  impact = High
  mitigated_by = [TerminalInspection, Alerting(strength = 20%)]
  references = ["CWE-1263", "CAPEC-522", "PCI-DSS-4.0.1 9.5.1"]
  message = "Nobody would notice that {p} was exchanged or changed."
  detection = "Put a sticker over the serial number of one terminal and wait."
  false_positives = "It stands behind glass that only the maker opens."
  remedy = "Keep a list with pictures and numbers, look at each terminal every day, train staff to refuse unexpected technicians."
  fix "Inspect it" { p.inspected = true }
}

/// Between the reader and the provider the card is readable for a moment, in the till's memory or on the shop's network, and that is where thieves wait.
threat ReadableBehindReader: Stride.InformationDisclosure "Cards readable behind the reader" {
  on p: PaymentTerminal
  when not p.encrypts_at_reader
  when exists f in p.outflows
    where (known(f.sends) and exists d in f.sends where (d is CardVerification or d is CardNumber))
  likelihood = Moderate
  impact = High
  mitigated_by = [
    PointToPointEncryption,
    NetworkSegmentation(strength = 40%, on = p.outflows.target)
  ]
  references = ["CWE-316", "CAPEC-545", "T1005"]
  message = "What {p} reads may be readable in the shop's own systems."
  detection = "Pay with a test card and search the till's memory and the traffic in the shop for its number."
  false_positives = "The terminal talks to the provider by itself, over a line of its own."
  remedy = "Use terminals that encrypt in the reader for the provider, and keep tills out of it."
  fix "Encrypt in the reader" { p.encrypts_at_reader = true }
}

/// Money is missing, or was moved within the books, and nobody compares them with the bank's before the year ends.
threat UnreconciledLedger: Stride.Repudiation "Nobody compares the books" {
  on s: Ledger
  when not s.reconciled
  when exists f in s.inflows where (known(f.sends) and count(f.sends) >= 1)
  likelihood = Low
  impact = High
  mitigated_by = [
    Reconciliation,
    AppendOnlyStorage(strength = 40%),
    AuditLog(strength = 30%, on = s.inflows.source)
  ]
  references = ["CWE-778", "T1565.001", "T1657"]
  message = "Nobody would notice that entries of {s} do not fit the bank's."
  detection = "Book a cent to the wrong account in a test system and wait until somebody asks."
  false_positives = "Another department compares it with the bank, outside of this model."
  remedy = "Compare with banks and providers every day, by a program and a person who cannot write the ledger."
  fix "Reconcile it" { s.reconciled = true }
}
