//! What stands between people and the program changes nothing about what the program owes, and facts beside a good one count.

use std.web

data Likes { personal = true, legal_basis = Consent }
data Steps { personal = true, legal_basis = Consent }

test "people come by way of a balancer" {
  boundary internet: Internet {
    actor customer: Customer
  }
  process balancer: LoadBalancer { privacy_notice = false, self_service = false }
  process shop: WebApp { privacy_notice = false, self_service = false }
  process good: WebApp { privacy_notice, self_service }
  process prices: WebApp { privacy_notice = false, self_service = false }
  flow order: customer -> balancer over Https { sends = [Name, Price] }
  flow hand_on: balancer -> shop over Https { sends = Name }
  flow further: balancer -> good over Https { sends = Name }
  flow ask: balancer -> prices over Https { sends = Price }
  expect GdprNotice on shop
  expect GdprOwnData on shop
  expect no GdprNotice on balancer
  expect no GdprOwnData on balancer
  expect no GdprNotice on good
  expect no GdprOwnData on good
  expect no GdprNotice on prices
  expect no GdprOwnData on prices
}

test "the app tells people, or the program behind it" {
  actor ann: Customer
  actor bob: Customer
  actor cay: Customer
  process telling: MobileApp { privacy_notice }
  process silent: MobileApp { privacy_notice = false }
  process edge: Cdn
  process first
  process second { privacy_notice }
  process third
  process fourth { privacy_notice = false, self_service = false }
  process machine: MobileApp
  flow a: ann -> telling { sends = Name }
  flow b: telling -> edge over Https { sends = Name }
  flow c: edge -> first over Https { sends = Name }
  flow d: bob -> silent { sends = Name }
  flow e: silent -> second over Https { sends = Name }
  flow f: cay -> third over Https { sends = Name }
  flow g: telling -> third over Https { sends = Name }
  flow h: machine -> fourth over Https { sends = Name }
  expect no GdprNotice on first
  expect GdprNotice on second
  expect possible GdprNotice on third
  expect GdprNotice on fourth
  expect GdprOwnData on fourth
}

test "what is past its time" {
  store people { holds = Name, deletes_old = false }
  store limited { holds = Name, apply RetentionLimit }
  expect GdprStorageLimit on people
  expect no GdprStorageLimit on limited
}

test "consent that is no choice is no ground" {
  actor ann: Customer
  process pushy { consent = Bundled }
  process fair { consent = Free }
  flow a: ann -> pushy over Https { sends = Likes }
  flow b: ann -> fair over Https { sends = Steps }
  expect ConsentNotFree on pushy
  expect GdprLawfulness on Likes
  expect no ConsentNotFree on fair
  expect no GdprLawfulness on Steps
}

test "who fetches data about people handles it, too" {
  process shop
  process exit: Relay
  external process fetcher { processing_agreement = false }
  external process mailer { processing_agreement = false }
  external process teller { processing_agreement = false }
  flow a: fetcher -> shop over Https { receives = Name }
  flow b: shop -> exit over Https { sends = Name }
  flow c: exit -> mailer over Https { sends = Name }
  flow d: shop -> teller over Https { sends = Price, receives = Name }
  expect GdprProcessors on fetcher
  expect NoProcessingAgreement on fetcher
  expect GdprProcessors on mailer
  expect NoProcessingAgreement on mailer
  expect no GdprProcessors on teller
  expect no NoProcessingAgreement on teller
}

test "who judges people has thought about what it does to them" {
  model rash { impact_assessment = false }
  process judge { uses_for = [Scoring] }
  expect NoImpactAssessment on rash
  expect GdprAssessment on rash
}

test "staff who look at data about others give none of their own" {
  actor ann: Customer
  actor clerk: Employee
  data Letter { personal = true, subjects = [ann] }
  data Payslip { personal = true, subjects = [clerk] }
  process desk { privacy_notice = false, self_service = false }
  process wages { privacy_notice = false, self_service = false }
  process unsaid { privacy_notice = false, self_service = false }
  process shop { privacy_notice = false, self_service = false }
  flow look: clerk -> desk over Https { receives = Letter }
  flow earn: clerk -> wages over Https { receives = Payslip }
  flow ask: clerk -> unsaid over Https { receives = Name }
  flow order: ann -> shop over Https { sends = Letter }
  expect no GdprNotice on desk
  expect no GdprOwnData on desk
  expect GdprNotice on wages
  expect GdprOwnData on wages
  expect GdprNotice on unsaid
  expect GdprNotice on shop
}
