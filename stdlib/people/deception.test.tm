//! People who are deceived or look too far: what fires, what stays silent.
use std.web

test "callers" {
  process directory: IdentityProvider
  process wiki: WebApp
  actor kind: SupportStaff { callers_verified = false }
  actor strict: SupportStaff { apply VerifiedCallers }
  actor quiet: SupportStaff
  actor reader: SupportStaff { callers_verified = false }
  flow a: kind -> directory
  flow b: strict -> directory
  flow c: quiet -> directory
  flow d: reader -> wiki
  process desk: Workstation
  actor seated: SupportStaff { callers_verified = false }
  flow e: seated -> desk
  flow f: desk -> directory
  expect TalkedIntoReset on seated
  expect TalkedIntoReset on kind
  expect no TalkedIntoReset on strict
  expect possible TalkedIntoReset on quiet
  expect no TalkedIntoReset on reader
}

test "look-ups" {
  data Person: PersonalData
  data Price { personal = false, confidentiality = Low }
  process crm: WebApp
  actor free: SupportStaff { lookups_tied_to_cases = false }
  actor tied: SupportStaff { apply CaseBoundLookups }
  actor quiet: SupportStaff
  actor seller: SupportStaff { lookups_tied_to_cases = false }
  flow a: free -> crm { receives = Person }
  flow b: tied -> crm { receives = Person }
  flow c: quiet -> crm { receives = Person }
  flow d: seller -> crm { receives = Price }
  expect CuriousStaff on free
  expect no CuriousStaff on tied
  expect possible CuriousStaff on quiet
  expect no CuriousStaff on seller
}

test "bills" {
  actor trusting: FinanceStaff { details_confirmed = false }
  actor careful: FinanceStaff { apply ConfirmedBankDetails }
  actor quiet: FinanceStaff
  expect FalseInvoice on trusting
  expect no FalseInvoice on careful
  expect possible FalseInvoice on quiet
}

test "bills that are paid through a program" {
  actor clerk: FinanceStaff { details_confirmed = false }
  process payments: PaysOut
  flow a: clerk -> payments
  expect no FalseInvoice on clerk
}

test "support and finance work through two programs that hand on" {
  actor desk: SupportStaff { callers_verified = false }
  actor quiet: SupportStaff
  actor books: FinanceStaff { details_confirmed = false }
  process browser: ClientApp
  process lb: Relay
  process directory: RecoversAccounts
  process bank_run: PaysOut
  flow desk -> browser
  flow quiet -> browser
  flow books -> browser
  flow browser -> lb
  flow lb -> directory
  flow lb -> bank_run
  expect TalkedIntoReset on desk
  expect possible TalkedIntoReset on quiet
  expect no FalseInvoice on books // the program that pays checks for itself
}
