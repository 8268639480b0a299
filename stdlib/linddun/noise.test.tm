//! The measure of noise for privacy: a small shop in which little is said.

test "a customer, a shop, its database, a mail service: only questions" {
  model shop
  data Order { confidentiality = Moderate }
  actor customer: Customer
  actor clerk: Employee
  process web
  store orders { holds = Order }
  external process mail
  flow buy: customer -> web { sends = Order }
  flow keep: web -> orders { sends = Order, receives = Order }
  flow tell: web -> mail { sends = Order }
  flow look: clerk -> web { receives = Order }
  // whether an order is about people is the one thing to ask first
  expect possible UninformedPeople on web
  expect possible NoWayToIntervene on customer
  expect inherent(web) == VeryLow and inherent(orders) == VeryLow and inherent(tell) == VeryLow
  expect inherent(mail) == VeryLow and inherent(customer) == VeryLow and inherent(clerk) == VeryLow
  expect no LinkedRecords on orders
  expect no KeptTooLong on orders
  expect no IdentifiedElsewhere on tell
  expect no NoProcessingAgreement on mail
  expect no NobodyInCharge on shop
  expect no NoBreachPlan on shop
  expect no NoImpactAssessment on shop
  expect no AnswersTellExistence on web
  expect no ProfiledPeople on web
  expect no NoSayInUse on web
}

test "the same, with the data said to be personal: what is certain, and few questions" {
  model shop
  data Order: PersonalData { confidentiality = Moderate }
  actor customer: Customer
  actor clerk: Employee
  process web
  store orders { holds = Order }
  external process mail
  flow buy: customer -> web { sends = Order }
  flow keep: web -> orders { sends = Order, receives = Order }
  flow tell: web -> mail { sends = Order }
  flow look: clerk -> web { receives = Order }
  expect IdentifiedElsewhere on tell
  expect possible UninformedPeople on web
  expect possible NoWayToIntervene on customer
  expect possible KeptTooLong on orders
  expect possible NoProcessingAgreement on mail
  expect possible NobodyInCharge on shop
  expect possible NoLegalBasis on Order
  expect no NoBreachPlan on shop
  expect no NoImpactAssessment on shop
  expect no LinkedRecords on orders
  expect no ExcessiveDetail on Order
  expect no SpreadData on Order
  expect no ConsentNotFree on web
  expect no LastingProof on orders
}

test "the same, with the questions answered well" {
  model shop { privacy_officer = true }
  data Order: PersonalData { confidentiality = Moderate, legal_basis = Contract }
  actor customer: Customer
  process web { privacy_notice = true, self_service = true }
  store orders { holds = Order, deletes_old = true }
  external process mail { processing_agreement = true }
  flow buy: customer -> web { sends = Order, encrypted }
  flow keep: web -> orders { sends = Order, receives = Order }
  expect no UninformedPeople on web
  expect no NoWayToIntervene on customer
  expect no KeptTooLong on orders
  expect no NoProcessingAgreement on mail
  expect no NobodyInCharge on shop
  expect no NoLegalBasis on Order
  expect no ObservableUse on buy
}
