//! People who are deceived, and people who look where they should not.
use std.web

/// Whoever works with it can give people access.
fn gives_access(n: node) = n is RecoversAccounts or n is IdentityProvider or n is AdminPanel

/// One of them leads to something with which one can give people access.
fn lead_to_access(flows: [flow]) = exists f in flows where (gives_access(f.target))

/// A friendly voice has lost its phone, is in a hurry and knows the manager's name. The desk sends a new password, or switches the second factor off.
threat TalkedIntoReset: Stride.Spoofing "Support lets the wrong person in" {
  on s: SupportStaff
  when not s.callers_verified
  when lead_to_access(s.outflows)
    or lead_to_access(ways_out(s))
    or lead_to_access(ahead(ways_out(s)))
    or lead_to_access(ahead(ahead(ways_out(s))))
  likelihood = Moderate
  impact = High
  mitigated_by = [VerifiedCallers, Alerting(strength = 20%, on = s.outflows.target)]
  references = ["CWE-640", "CAPEC-412", "CAPEC-656", "T1656", "T1566.004", "T1598.004"]
  message = "{s} may give a stranger with a good story somebody else's access."
  detection = "With permission, let somebody call whom the desk does not know, in the name of a person on leave, with what stands on that person's public pages."
  false_positives = "The desk can do nothing that the caller could not do themselves without it."
  remedy = "Call back over the number in the directory, ask a manager or see an identity card on video for what matters, tell the owner by all other ways, and wait a day for the greatest rights."
  fix "Callers are verified" { s.callers_verified = true }
}

/// They look up a neighbour, a celebrity, a former partner; or somebody pays them to.
threat CuriousStaff: Stride.InformationDisclosure "Staff look up whom they like" {
  on s: SupportStaff
  when not s.lookups_tied_to_cases
  when exists f in s.outflows
    where (known(f.receives)
      and exists d in f.receives where (d.personal or d.confidentiality >= High))
  likelihood = Moderate
  impact = Moderate
  mitigated_by = [
    CaseBoundLookups,
    DataMinimization(strength = 40%, on = s.outflows.target),
    AuditLog(strength = 30%, on = s.outflows.target)
  ]
  references = ["CWE-359", "CAPEC-122", "T1213", "NIST-800-53 PM-12"]
  message = "{s} may see data of people who asked for nothing."
  detection = "Compare a month of look-ups with the cases of that month; search for names of staff, their families and well-known people."
  false_positives = "What they see is public anyway."
  remedy = "Open data with the case, mask what is seldom needed, record each look-up, and let somebody read the odd ones."
  fix "Look-ups need a case" { s.lookups_tied_to_cases = true }
}

/// One of them leads to a program that sends money out, and checks for itself to whom.
fn lead_to_payments(flows: [flow]) = exists f in flows where (f.target is PaysOut)

/// A mail in the supplier's name says that the account has changed; a voice like the director's wants it paid today.
threat FalseInvoice: Stride.Spoofing "Paid to whoever wrote last" {
  on s: FinanceStaff
  when not s.details_confirmed
  when not lead_to_payments(s.outflows)
  when not lead_to_payments(ways_out(s))
  when not lead_to_payments(ahead(ways_out(s)))
  when not lead_to_payments(ahead(ahead(ways_out(s))))
  likelihood = Moderate
  impact = High
  mitigated_by = [ConfirmedBankDetails, MailAuthentication(strength = 20%, on = s.neighbours)]
  references = ["CAPEC-407", "CAPEC-163", "T1657", "T1656", "T1534"]
  message = "{s} may pay to an account that a stranger named."
  detection = "Take the last ten changes of bank details and ask how each was confirmed, over which number, and where that number came from."
  false_positives = "Payments go only to accounts that another department entered and confirmed."
  remedy = "Confirm every change and every hurried order over a number that was known before, let two people release large sums, and let nobody be blamed for asking."
  fix "Changes are confirmed" { s.details_confirmed = true }
}

/// One of a hundred noticed the false page at nine. Nobody told anyone, and the other ninety-nine got the mail until noon.
threat NobodyTells: Stride.Spoofing "Who notices something tells nobody" {
  on m: model
  when not m.suspicions_reported
  when known(m.suspicions_reported) or exists a: Employee where (handles_much(a))
  when exists a: Employee where (count(a.outflows) >= 1)
  likelihood = Moderate
  impact = Moderate
  mitigated_by = [ReportingLine]
  references = [
    "CAPEC-163",
    "CAPEC-416",
    "T1566",
    "T1204",
    "NIST-800-53 AT-2(3)",
    "ISO-27001 A.6.8",
    "PCI-DSS-4.0.1 12.6.3.1"
  ]
  message = "At {m}, what staff notice may reach nobody who can act."
  detection = "Send a harmless false mail to fifty people; count the minutes until the first report and what happened with it, not the clicks."
  false_positives = "Staff have no mail, no phone and no visitors."
  remedy = "Offer one button and one number, answer each report, tell the rest at once, and never punish who reports late or clicked."
  fix "Suspicions are reported" { m.suspicions_reported = true }
}

/// The one who was hired is not the one who was talked to, and works for somebody else; from the first day with an account, a machine and a task.
threat FalseApplicant: Stride.Spoofing "Somebody else was hired" {
  on m: model
  when not m.newcomers_checked
  when known(m.newcomers_checked) or exists a: Employee where (handles_most(a))
  when exists a: Employee where (count(a.outflows) >= 1)
  likelihood = Low
  impact = High
  mitigated_by = [NewcomerChecks]
  references = ["T1656", "T1078", "NIST-800-53 PS-3", "ISO-27001 A.6.1"]
  message = "Whoever is taken on for {m} may not be who they say."
  detection = "Take the last five newcomers who work from elsewhere: who saw them with their papers, where their machine was sent, from where it connects."
  false_positives = "Everyone works in the same house and is known."
  remedy = "See people with their papers before they get access, call former employers over numbers of your own finding, send machines only to the address in the papers, and begin with few rights."
  fix "Newcomers are checked" { m.newcomers_checked = true }
}
