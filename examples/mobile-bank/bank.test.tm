//! What the bank relies on.

test "the way of a payment" with bank {
  expect no CleartextTransport on request
  expect no TrustedClientValues on request
  expect no MissingAccessControl on payments
  expect residual(payments) <= Moderate
  expect residual(ledger) <= Moderate
}

test "customers are talked into paying, and the check helps" with bank {
  expect TalkedIntoPaying on pay
  expect residual(pay) <= Moderate
}

test "what is not known stays a question" with bank {
  expect possible NoLegalBasis on Usage
  expect possible UnencryptedAtRest on cases
}

// Worlds of their own: the data types are here, the bank is not.
test "a script of others in a page is found" {
  process page: SinglePageApp
  external process counter: AnalyticsProvider
  flow track: page -> counter over Https { sends = Usage }
  expect ForeignScript on page
  expect IdentifiedElsewhere on track
}

test "the device key does not belong into the app" {
  process app: MobileApp { holds = DeviceKey }
  process honest: MobileApp { holds = [] }
  expect SecretInClient on app
  expect no SecretInClient on honest
}
