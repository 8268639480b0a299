//! Business: what fires, what stays silent.

test "scarce things" {
  boundary outside: Internet {
    actor alice: User
  }
  boundary office: OfficeNetwork {
    actor clerk: Employee
  }
  process tickets: WebApp + LimitedOffer { serialised = false }
  process vouchers: WebApp + LimitedOffer { apply [BotDefence, AtomicChecks] }
  process rooms: WebApp + LimitedOffer
  flow a: alice -> tickets
  flow b: alice -> vouchers
  flow c: clerk -> rooms
  expect BotsTakeAll on tickets
  expect BotsTakeAll on vouchers
  expect no BotsTakeAll on rooms
  expect residual(vouchers) <= residual(tickets)
  expect RacedLimit on tickets
  expect no RacedLimit on vouchers
  expect possible RacedLimit on rooms
}

test "answers of partners" {
  data Rate { integrity = High }
  data Weather { integrity = Low }
  process shop: WebService { input_validation = false }
  process strict: WebService { input_validation = true }
  process quiet: WebService
  external process bank
  flow a: shop -> bank { receives = Rate }
  flow b: strict -> bank { receives = Rate }
  flow c: quiet -> bank { receives = Rate }
  external process sky
  flow d: shop -> sky { receives = Weather }
  expect BelievedAnswers on a
  expect no BelievedAnswers on b
  expect possible BelievedAnswers on c
  expect no BelievedAnswers on d
}
