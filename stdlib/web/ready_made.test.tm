//! Ready-made programs: what fires, what stays silent.

test "updates" {
  actor alice: User
  process late: WebApp + ReadyMade { prompt_updates = false }
  process prompt: WebApp + ReadyMade { apply PromptUpdates }
  process quiet: WebApp + ReadyMade
  process unused: WebApp + ReadyMade { prompt_updates = false }
  flow alice -> late
  flow alice -> prompt
  flow alice -> quiet
  expect LateUpdates on late
  expect no LateUpdates on prompt
  expect possible LateUpdates on quiet
  expect no LateUpdates on unused
}

test "their code is not asked about" {
  data Order { integrity = High }
  actor alice: User
  process shop: WebApp + ReadyMade { authentication = SessionCookie }
  store orders: Postgres
  store documents: DocumentStore
  store log: LogStore
  flow buy: alice -> shop { sends = Order }
  flow shop -> orders
  flow shop -> documents
  flow shop -> log
  expect no UnvalidatedInput on shop
  expect no SqlInjection on shop
  expect no NoSqlInjection on shop
  expect no CrossSiteScripting on shop
  expect no LogInjection on shop
  expect no BrokenObjectAccess on shop
  expect no SessionFixation on shop
  expect no Clickjacking on shop
  expect no CrossSiteRequestForgery on shop
  expect no TrustedClientValues on buy
}
