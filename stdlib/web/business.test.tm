//! Business: what fires, what stays silent.

test "scarce things" {
  boundary outside: Internet {
    actor alice: User
  }
  boundary office: OfficeNetwork {
    actor clerk: Employee
  }
  process tickets: WebApp + LimitedOffer { serialised = false, shared_out = false }
  process asked: WebApp + LimitedOffer { serialised = true }
  process drawn: WebApp + LimitedOffer { serialised = true, shared_out = true }
  process vouchers: WebApp + LimitedOffer { apply [BotDefence, AtomicChecks] }
  process rooms: WebApp + LimitedOffer
  flow a: alice -> tickets
  flow b: alice -> vouchers
  flow c: clerk -> rooms
  flow d: alice -> asked
  flow e: alice -> drawn
  expect BotsTakeAll on tickets
  expect BotsTakeAll on vouchers
  expect possible BotsTakeAll on asked
  expect no BotsTakeAll on drawn
  expect no BotsTakeAll on rooms
  expect residual(vouchers) <= residual(tickets)
  expect RacedLimit on tickets
  expect no RacedLimit on vouchers
  expect possible RacedLimit on rooms
}

test "answers of partners" {
  data Rate { integrity = High }
  data Weather { integrity = Low }
  data Session: Credentials { integrity = High }
  process shop: WebService { answers_checked = false, input_validation = true }
  process strict: WebService { answers_checked = true }
  process quiet: WebService
  process forecast: WebService { answers_checked = false }
  external process bank
  external process sky
  external process llm: LanguageModel
  process chat: WebService { answers_checked = false }
  flow e: chat -> llm { receives = Rate }
  expect no BelievedAnswers on chat
  flow a: shop -> bank { receives = Rate }
  flow b: strict -> bank { receives = Rate }
  flow c: quiet -> bank { receives = Rate }
  flow d: forecast -> sky { receives = [Weather, Session] }
  expect BelievedAnswers on shop
  expect no BelievedAnswers on strict
  expect possible BelievedAnswers on quiet
  expect no BelievedAnswers on forecast
}

test "what is run is proven by signatures, not by its form" {
  data Version: Artefact { integrity = High }
  data Price { integrity = High }
  external process maker
  process shop
  process sure { answers_checked = false }
  process box { answers_checked = false }
  flow shop -> maker { receives = Version }
  flow sure -> maker { receives = Price }
  flow box -> maker { receives = Version }
  expect no BelievedAnswers on shop
  expect BelievedAnswers on sure
  expect BelievedAnswers on box
}
