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

test "what is asked of all parts at once is not asked of each" {
  model shop
  boundary outside: Internet {
    actor alice: User
  }
  process one: WebApp + ReadyMade
  process two: WebApp + ReadyMade
  process late: WebApp + ReadyMade { prompt_updates = false }
  flow alice -> one
  flow alice -> two
  flow alice -> late
  expect possible UnwatchedComponents on shop
  expect no LateUpdates on one
  expect no LateUpdates on two
  expect LateUpdates on late
}

test "nobody watches, so each is asked about" {
  model shop { components_watched = false }
  boundary outside: Internet {
    actor alice: User
  }
  process one: WebApp + ReadyMade
  flow alice -> one
  expect UnwatchedComponents on shop
  expect possible LateUpdates on one
}

test "somebody watches all" {
  model shop { components_watched = true }
  actor alice: User
  process one: WebApp + ReadyMade
  process late: WebApp + ReadyMade { prompt_updates = false }
  flow alice -> one
  flow alice -> late
  expect no LateUpdates on one
  expect LateUpdates on late
}

test "of their code only what is stated is told" {
  data Order { integrity = High, confidentiality = High }
  boundary outside: Internet {
    actor alice: User
  }
  process quiet: WebApp + ReadyMade + ServesFiles + ParsesXml + RunsCommands + UnpacksArchives + RendersTemplates + DeserializesObjects + FetchesUrls {
    authentication = Password
  }
  process bad: WebApp + ReadyMade + ServesFiles + ParsesXml + RunsCommands + UnpacksArchives + RendersTemplates + DeserializesObjects + FetchesUrls {
    authentication = Password
    input_validation = false
    entities_off = false
    entries_confined = false
    unpacking_limited = false
    templates_fixed = false
    classes_listed = false
    answers_limited = false
    access_control = false
    answers_trimmed = false
  }
  store orders: Postgres { holds = Order }
  flow alice -> quiet { sends = Order, receives = Order }
  flow alice -> bad { sends = Order, receives = Order }
  flow quiet -> orders { sends = Order, receives = Order }
  flow bad -> orders { sends = Order, receives = Order }
  expect no PathTraversal on quiet
  expect no XmlExternalEntities on quiet
  expect no CommandInjection on quiet
  expect no ArchiveEscapes on quiet
  expect no ArchiveBomb on quiet
  expect no TemplateInjection on quiet
  expect no UnsafeDeserialization on quiet
  expect no EndlessAnswer on quiet
  expect no MissingAccessControl on quiet
  expect no SensitiveAnswers on quiet
  expect PathTraversal on bad
  expect XmlExternalEntities on bad
  expect CommandInjection on bad
  expect ArchiveEscapes on bad
  expect ArchiveBomb on bad
  expect TemplateInjection on bad
  expect UnsafeDeserialization on bad
  expect EndlessAnswer on bad
  expect MissingAccessControl on bad
  expect SensitiveAnswers on bad
}

test "where pages may read from is told where it is stated" {
  actor alice: User
  process page: SinglePageApp
  process quiet: WebApp + ReadyMade { authentication = SessionCookie }
  process open: WebApp + ReadyMade { authentication = SessionCookie, any_origin = true }
  flow alice -> page
  flow page -> quiet
  flow page -> open
  expect no AnyOriginReads on quiet
  expect AnyOriginReads on open
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
