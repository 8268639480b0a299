//! Each duty open and met, and silent where no personal data is.

data Address { personal = true, legal_basis = NoBasis }
data Name { personal = true, legal_basis = Contract }
data Diagnosis { personal = true, special_category, legal_basis = Consent }
data Price { personal = false }

test "nothing is done" {
  boundary internet: Internet {
    actor customer: Customer
  }
  process shop { privacy_notice = false, self_service = false }
  store people { holds = Address, encryption_at_rest = false, deletes_old = false }
  flow order: customer -> shop over Http { sends = Address }
  flow keep: shop -> people { sends = Address }
  expect GdprStorageLimit on people
  expect GdprLawfulness on Address
  expect GdprNotice on shop
  expect GdprOwnData on shop
  expect GdprTransit on order
  expect GdprStored on people
}

test "everything is done" {
  model tidy { privacy_officer, breach_plan, impact_assessment }
  boundary internet: Internet {
    actor customer: Customer
  }
  process shop { privacy_notice, self_service }
  store people {
    holds = Name
    encryption_at_rest
    apply RetentionLimit
  }
  flow order: customer -> shop over Https { sends = Name }
  flow keep: shop -> people { sends = Name }
  expect no GdprStorageLimit on people
  expect no GdprLawfulness on Name
  expect no GdprNotice on shop
  expect no GdprOwnData on shop
  expect no GdprTransit on order
  expect no GdprStored on people
  expect no GdprOfficer on tidy
  expect no GdprBreaches on tidy
  expect no GdprAssessment on tidy
}

test "nobody is named" {
  model loose { privacy_officer = false, breach_plan = false, impact_assessment = false }
  process shop
  expect GdprOfficer on loose
  expect GdprBreaches on loose
  expect GdprAssessment on loose
}

test "without personal data nothing applies" {
  actor customer: Customer
  process shop { privacy_notice = false }
  store prices { holds = Price, encryption_at_rest = false }
  flow look: customer -> shop over Http { receives = Price }
  flow keep: shop -> prices { sends = Price }
  expect no GdprNotice on shop
  expect no GdprStored on prices
  expect no GdprTransit on look
  expect no GdprLawfulness on Price
}

test "others who handle the data are bound, or not" {
  process shop
  external process mailer { processing_agreement = false }
  external process printer { processing_agreement }
  external process weather { processing_agreement = false }
  flow letter: shop -> mailer over Https { sends = Name }
  flow label: shop -> printer over Https { sends = Name }
  flow ask: shop -> weather over Https { sends = Price }
  expect GdprProcessors on mailer
  expect no GdprProcessors on printer
  expect no GdprProcessors on weather
}

test "a rule that deletes is enough, as a fact or as a control" {
  store tidy { holds = Name, deletes_old }
  store lasting { holds = Name, deletes_old = false }
  expect no GdprStorageLimit on tidy
  expect GdprStorageLimit on lasting
}
