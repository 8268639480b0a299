//! Card data: where it must not be, and where it can be read.
use std.web

/// The data is a whole card number, as far as anybody has said.
fn whole(d: data) = d is CardNumber and not d.truncated

/// With the code, the track or the PIN beside it, a number is as good as the card. No rule lets a merchant keep them once the payment is made, however they are encrypted.
threat VerificationKept: Stride.InformationDisclosure "Codes of cards are kept" {
  on s: store
  each d in s.holds
  when known(s.holds) and not s.external and d is CardVerification
  likelihood = Low
  impact = VeryHigh
  mitigated_by = [RetentionLimit(strength = 60%), FieldEncryption(strength = 30%)]
  references = ["CWE-312", "T1213.006", "PCI-DSS-4.0.1 3.3.1"]
  message = "{s} keeps {d}, which nobody may keep after the payment."
  detection = "Search database, queues, logs, crash dumps, recordings of calls and backups for three digits beside card numbers."
  false_positives = "It is held in memory, or in a queue for seconds, until the payment is made; or we issue the cards."
  remedy = "Do not write it down: hand it on in memory and forget it; take it out of logs, recordings and backups."
}

/// Everyone who can query the store, or breaks into a program that can, reads whole card numbers; encrypted disks do not help against them.
threat ReadableCardNumbers: Stride.InformationDisclosure "Whole card numbers can be read" {
  on s: store
  each d in s.holds
  when known(s.holds) and not s.external and not s.numbers_unreadable
  when whole(d)
  likelihood = if exists f in s.inflows where (f.crosses_boundary) then Moderate else Low
  impact = VeryHigh
  mitigated_by = [UnreadableNumbers, Tokenization, FieldEncryption, LeastPrivilege(strength = 40%)]
  references = ["CWE-312", "CAPEC-150", "T1213.006", "PCI-DSS-4.0.1 3.5.1"]
  message = "Who can query {s} may read {d}."
  detection = "With the account of the application, and with that of an analyst, select a number; do the same in a restored backup."
  false_positives = "Numbers are hashed with a key or encrypted by the application, and the model does not say so."
  remedy = "Let the provider keep the numbers and keep tokens; else encrypt each number with a key from a vault."
  fix "Make them unreadable" { s.numbers_unreadable = true }
}

/// Card data is seen by something outside the zone that was made for it. The zone's rules, watch and tests do not reach there, and an assessor will pull all of it in.
threat CardDataOutsideZone: Stride.InformationDisclosure "Card data outside its zone" {
  on x: process + store
  when exists z: CardholderEnvironment where (count(z.elements) >= 1)
  when not x.external
    and not exists b in x.boundaries where (b is CardholderEnvironment)
    and not exists b in x.boundaries where (b is UserDevice or b is Browser)
  when x is not ClientApp and x is not PaymentTerminal
  when exists f in x.inflows
      where (known(f.sends) and exists d in f.sends where (d is CardVerification or whole(d)))
    or exists f in x.outflows
      where (f.target is process
        and known(f.sends)
        and exists d in f.sends where (d is CardVerification or whole(d)))
  likelihood = Moderate
  impact = High
  mitigated_by = [
    Tokenization,
    EndToEndEncryption(on = x.inflows),
    DataMinimization(on = x.inflows)
  ]
  references = ["CWE-653", "T1213", "PCI-DSS-4.0.1 12.5.2"]
  message = "{x} handles card data and stands outside the zone made for it."
  detection = "Search its memory, logs and traffic for a test card number."
  false_positives = "What passes through is encrypted for a system inside the zone."
  remedy = "Move it into the zone, or let it see a token instead."
}

/// Without a tested wall, everything that can reach the zone counts as part of it, and a foothold anywhere is a foothold there.
threat ZoneWithoutWall: Stride.ElevationOfPrivilege "A zone without a wall" {
  on b: CardholderEnvironment
  when not b.separated and not (b.controls has NetworkSegmentation)
  when count(b.elements) >= 1
  likelihood = Low
  impact = VeryHigh
  mitigated_by = [TestedWall, NetworkSegmentation, AdministrationGateway(strength = 30%)]
  references = ["CWE-653", "CAPEC-1", "T1210", "PCI-DSS-4.0.1 1.4.2", "PCI-DSS-4.0.1 11.4.5"]
  message = "Nothing is said about what may connect to {b}."
  detection = "From a machine in every other zone, try every address and port inside; compare what answers with the list."
  false_positives = "The whole network is the zone, and is assessed as such."
  remedy = "Drop everything that is not on a list, both ways, and have the wall tested twice a year."
  fix "Separate it" { b.separated = true }
}

/// Numbers lie in mailboxes, on phones and with mail providers for years, and anyone who gets in searches for them first.
threat CardNumberByMail: Stride.InformationDisclosure "Card data by mail" {
  on f: flow
  when f.target is EmailProvider and known(f.sends)
  when exists d in f.sends where (d is CardVerification or whole(d))
  likelihood = Moderate
  impact = High
  mitigated_by = [EndToEndEncryption, Tokenization(strength = 90%, on = f.source)]
  references = ["CWE-319", "T1114", "PCI-DSS-4.0.1 4.2.2"]
  message = "{f.source} sends card data by mail."
  detection = "Search a month of sent mail for numbers that pass the check digit test."
  false_positives = "Only the last digits are there, and the model does not say so."
  remedy = "Send the last four digits and a link."
}

/// Test systems have weaker walls, more people, and copies of copies. Real numbers there are stolen without anybody noticing.
threat LiveNumbersInTest: Stride.InformationDisclosure "Real card numbers in a test system" {
  on s: store
  when exists b in s.boundaries where (b is TestZone)
  when known(s.holds) and exists d in s.holds where (d is CardVerification or whole(d))
  likelihood = Moderate
  impact = VeryHigh
  mitigated_by = [Tokenization, Pseudonymization, NetworkSegmentation(strength = 30%)]
  references = ["CWE-312", "T1213.006", "PCI-DSS-4.0.1 6.5.5"]
  message = "{s} holds real card numbers and is there for tests."
  detection = "Search the test system for numbers that pass the check digit test and are not among the published test numbers."
  false_positives = "The numbers are test numbers of the card brands."
  remedy = "Use the brands' test numbers; replace numbers before a copy leaves production."
}

/// Staff see whole numbers where the last four digits would do. A photo of the screen is enough.
threat WholeNumberShown: Stride.InformationDisclosure "Staff see whole card numbers" {
  on f: flow
  when f.source is Employee or f.source is Partner
  when known(f.receives) and exists d in f.receives where (whole(d))
  likelihood = Moderate
  impact = High
  mitigated_by = [
    DataMinimization,
    Tokenization(on = f.target),
    Tokenization(on = ahead(f).target),
    AuditLog(strength = 20%, on = f.target),
    AuditLog(strength = 20%, on = ahead(f).target)
  ]
  references = ["CWE-359", "T1113", "PCI-DSS-4.0.1 3.4.1"]
  message = "{f.source} may see whole card numbers by way of {f.target}."
  detection = "Look at each screen, export and print as the role with the fewest rights that has it."
  false_positives = "The one role that needs whole numbers has a business reason on paper."
  remedy = "Show the last four digits; let the rare case that needs more go through a screen of its own that is recorded."
}

/// A token is worth nothing, unless somebody turns it back; whoever may ask for that has all the numbers.
threat TokensTurnedBack: Stride.InformationDisclosure "Tokens turned back into numbers" {
  on p: Detokenizes
  when not p.callers_listed
  when count(p.inflows) >= 1
  likelihood = if exists f in p.inflows where (f.crosses_boundary) then Moderate else Low
  impact = VeryHigh
  mitigated_by = [ListedDetokenizers, RateLimit(strength = 50%), Alerting(strength = 30%)]
  references = ["CWE-863", "CAPEC-1", "T1213", "PCI-DSS-4.0.1 7.2.6"]
  message = "{p} may give card numbers to more programs than need them."
  detection = "From each program that knows tokens, ask for numbers: one, then ten thousand."
  false_positives = "Numbers leave it only towards the acquirer."
  remedy = "List who may ask and for what, count answers per hour, and let most callers send the payment through instead."
  fix "List the callers" { p.callers_listed = true }
}
