//! Availability: what fires, what stays silent.

test "deep queries" {
  actor alice: User
  process graph: GraphQlApi { depth_limit = false }
  process limited: GraphQlApi { apply QueryLimits }
  process quiet: GraphQlApi
  flow a: alice -> graph
  flow b: alice -> limited
  flow c: alice -> quiet
  expect ExpensiveQueries on graph
  expect no ExpensiveQueries on limited
  expect possible ExpensiveQueries on quiet
}

test "messages" {
  process api: WebService
  process mailer: Worker { input_validation = false }
  process checked: Worker { input_validation = true }
  process idle: Worker { input_validation = false }
  store jobs: Queue
  flow a: api -> jobs
  flow b: mailer -> jobs
  flow c: checked -> jobs
  expect PoisonMessages on mailer
  expect no PoisonMessages on checked
  expect no PoisonMessages on idle
}

test "someone else's outage" {
  data Payment { availability = VeryHigh }
  data Survey { availability = VeryLow }
  process shop: WebService
  external process stripe: PaymentProvider
  external process polls: AnalyticsProvider
  flow a: shop -> stripe { sends = Payment }
  flow b: shop -> polls { sends = Survey }
  data Unrated
  data Notice { availability = Moderate }
  external process maps
  flow c: shop -> maps { sends = [Notice, Unrated] }
  expect PartnerOutage on a
  expect no PartnerOutage on b
  expect PartnerOutage on c
  expect inherent(c) < inherent(a) // as bad as what is known to be needed
}

test "a job on a schedule waits for the next day" {
  data Catalogue { availability = High }
  process nightly: BackgroundJob
  process shop: WebService
  external process distributor
  flow a: nightly -> distributor { receives = Catalogue }
  flow b: shop -> distributor { receives = Catalogue }
  expect no PartnerOutage on a
  expect PartnerOutage on b
}

test "paid by the request" {
  actor alice: Visitor
  actor clerk: Employee
  process signup: WebService { costs_limited = false }
  process asked: WebService
  process capped: WebService { costs_limited = true }
  process limited: WebService { apply RateLimit }
  process office: WebService
  external process mail: EmailProvider
  flow a: alice -> signup
  flow b: clerk -> office
  flow c: signup -> mail
  flow d: office -> mail
  flow e: alice -> asked
  flow f: asked -> mail
  flow g: alice -> capped
  flow h: capped -> mail
  flow i: alice -> limited
  flow j: limited -> mail
  expect PaidByTheRequest on signup
  expect no PaidByTheRequest on office
  expect possible PaidByTheRequest on asked
  expect no PaidByTheRequest on capped
  expect PaidByTheRequest on limited // with its risk
}

test "answers of others, however long" {
  data Order { availability = High }
  data Price { availability = Low }
  boundary inside: PrivateNetwork {
    process shop: WebService { answers_limited = false }
    process careful: WebService { answers_limited = true }
    process quiet: WebService
    process brochure: WebService { answers_limited = false }
    process pricing
    process inward: WebService { answers_limited = false }
  }
  boundary yard: PartnerNetwork {
    process gauge
  }
  actor alice
  external process bank
  flow a: alice -> shop { sends = Order }
  flow b: alice -> careful { sends = Order }
  flow c: alice -> quiet { sends = Order }
  flow d: alice -> brochure { sends = Price }
  flow e: alice -> inward { sends = Order }
  flow f: shop -> bank { receives = Order }
  flow g: careful -> bank { receives = Order }
  flow h: quiet -> gauge { receives = Order }
  flow i: brochure -> bank { receives = Price }
  flow j: inward -> pricing { receives = Price }
  expect UnboundedAnswers on shop
  expect no UnboundedAnswers on careful
  expect possible UnboundedAnswers on quiet // ours, and trusted less
  expect no UnboundedAnswers on brochure // nobody waits for it
  expect no UnboundedAnswers on inward // asks its own kind only
}

test "an ability to fetch hides no answer without an end" {
  data Page { availability = High }
  boundary internet: Internet {
    actor alice: User
    external process sites
  }
  boundary inside: PrivateNetwork {
    process web: WebApp
    process fetcher: WebService + FetchesUrls { answers_limited = false }
    process plain: WebService { answers_limited = false }
    process asked: WebService + FetchesUrls { answers_limited = false }
  }
  flow alice -> web over Https { receives = Page }
  flow alice -> asked over Https { receives = Page }
  flow web -> fetcher { receives = Page }
  flow web -> plain { receives = Page }
  flow fetcher -> sites over Https { receives = Page }
  flow plain -> sites over Https { receives = Page }
  flow asked -> sites over Https { receives = Page }
  expect UnboundedAnswers on fetcher // nobody outside chooses the addresses
  expect UnboundedAnswers on plain
  expect EndlessAnswer on asked
  expect no UnboundedAnswers on asked // the more special one says it
}

test "answers without end" {
  actor alice: User
  process preview: WebService + FetchesUrls { answers_limited = false }
  process strict: WebService + FetchesUrls { answers_limited = true }
  process quiet: WebService + FetchesUrls
  process job: Worker + FetchesUrls { answers_limited = false }
  flow a: alice -> preview
  flow b: alice -> strict
  flow c: alice -> quiet
  expect EndlessAnswer on preview
  expect no EndlessAnswer on strict
  expect possible EndlessAnswer on quiet
  expect no EndlessAnswer on job
}

test "strangers spend our money later" {
  data Mail
  data Picture
  actor alice: User
  process signup: WebService { costs_limited = false }
  process gallery: WebService
  store jobs: Queue
  process sender: Worker
  external process post: EmailProvider
  flow a: alice -> signup
  flow b: alice -> gallery
  flow c: signup -> jobs { sends = Mail }
  flow d: gallery -> jobs { sends = Picture }
  flow e: sender -> jobs { receives = [Mail, Picture] }
  flow f: sender -> post { sends = Mail }
  expect PaidByTheRequest on signup
  expect no PaidByTheRequest on gallery
}

test "queries without an end" {
  boundary outside: Internet {
    actor eve: Visitor
  }
  boundary inside: PrivateNetwork {
    process front: WebService { load_limited = false }
    process unasked: WebService
    process counted: WebService { apply RateLimit }
    process fair: WebService { load_limited = true }
    process inner: WebService
    process job: Worker
    store open: Postgres
    store stated: Postgres { query_time_limited = false }
    store shared: Postgres
    store guarded: Postgres
    store slow: Postgres { query_time_limited = false }
    store quick: Postgres { query_time_limited = true }
    store quiet: Postgres
    store behind: Postgres { query_time_limited = false }
    store lake: DataWarehouse { query_time_limited = false }
  }
  flow eve -> front
  flow eve -> unasked
  flow eve -> counted
  flow eve -> fair
  flow unasked -> open
  flow unasked -> stated
  flow counted -> shared
  flow fair -> guarded
  flow front -> slow
  flow front -> quick
  flow front -> quiet
  flow front -> lake
  flow front -> inner
  flow inner -> behind
  flow job -> behind
  expect SlowQueries on slow
  expect no SlowQueries on quick
  expect possible SlowQueries on quiet
  expect no SlowQueries on behind
  expect no SlowQueries on lake
  // whether anything limits callers is asked first
  expect possible DenialOfService on unasked
  expect no SlowQueries on open
  expect SlowQueries on stated
  expect possible SlowQueries on shared
  expect no SlowQueries on guarded
}

test "colleagues behind a relay do not run up the bill" {
  actor clerk: Employee
  actor eve: Visitor
  process lb: LoadBalancer
  process edge: LoadBalancer
  process desk: WebApp
  process signup: WebApp { costs_limited = false }
  external process mail: EmailProvider
  flow clerk -> lb
  flow lb -> desk
  flow desk -> mail over Https
  flow eve -> edge
  flow edge -> signup
  flow signup -> mail over Https
  expect no PaidByTheRequest on desk
  expect PaidByTheRequest on signup
}

test "texts that somebody earns with" {
  data Code: Credentials
  data News
  actor eve: Visitor
  actor clerk: Employee
  external process texts: TextMessageGateway
  external process mail: EmailProvider
  process signup: WebApp { costs_limited = false }
  process letters: WebApp { costs_limited = false }
  process desk: WebApp { costs_limited = false }
  process front: WebApp { costs_limited = false }
  process notifier: WebService
  process page: WebApp { costs_limited = false }
  process limited: WebApp { apply RateLimit }
  store jobs: Queue
  process worker: Worker
  process queued: WebApp { costs_limited = false }
  flow eve -> signup
  flow eve -> letters
  flow clerk -> desk
  flow eve -> front
  flow eve -> page
  flow eve -> limited
  flow eve -> queued
  flow signup -> texts over Https { sends = Code }
  flow letters -> mail over Https { sends = Code }
  flow desk -> texts over Https { sends = Code }
  flow limited -> texts over Https { sends = Code }
  flow front -> notifier { sends = Code }
  flow page -> notifier { sends = News }
  flow notifier -> texts over Https { sends = Code }
  flow queued -> jobs { sends = Code }
  flow worker -> jobs { receives = Code }
  flow worker -> texts over Https { sends = Code }
  expect PaidByTheRequest on signup
  expect PaidByTheRequest on letters
  expect no PaidByTheRequest on desk
  expect PaidByTheRequest on front
  expect no PaidByTheRequest on page
  expect PaidByTheRequest on queued
  expect residual(limited) <= residual(signup)
}

test "messages from another worker, and a worker that only writes" {
  data Task
  process cron: Worker
  process mailer: Worker { input_validation = false }
  process filler: Worker { input_validation = false }
  process reader: Worker { input_validation = false }
  process twin: Worker { input_validation = false }
  process given: Worker { input_validation = false }
  store jobs: Queue
  store lonely: Queue
  flow cron -> jobs { sends = Task }
  flow mailer -> jobs { receives = Task }
  flow filler -> jobs { sends = Task }
  flow jobs -> given { sends = Task }
  flow reader -> lonely { receives = Task }
  flow twin -> lonely { receives = Task }
  expect PoisonMessages on mailer
  expect PoisonMessages on given
  expect no PoisonMessages on filler
  expect no PoisonMessages on reader
}

test "mail by way of a relay costs the same" {
  actor eve: Visitor
  process signup: WebApp { costs_limited = false }
  process page: WebApp { costs_limited = false }
  process out: Relay
  process inner_out: Relay
  process own: WebService
  external process mail: EmailProvider
  flow eve -> signup
  flow eve -> page
  flow signup -> out
  flow out -> mail
  flow page -> inner_out
  flow inner_out -> own
  expect PaidByTheRequest on signup
  expect no PaidByTheRequest on page
}

test "a service that works on messages" {
  data Task
  actor alice: User
  process web: WebService
  process billing: WebService { input_validation = false }
  process checked: WebService { input_validation = true }
  process quiet: WebService
  process facing: WebService { input_validation = false }
  process filler: WebService { input_validation = false }
  process small: Function { input_validation = false }
  store jobs: Queue
  flow web -> jobs { sends = Task }
  flow filler -> jobs { sends = Task }
  flow billing -> jobs { receives = Task }
  flow checked -> jobs { receives = Task }
  flow jobs -> quiet { sends = Task }
  flow alice -> facing
  flow facing -> jobs { receives = Task }
  flow small -> jobs { receives = Task }
  expect PoisonMessages on billing
  expect no PoisonMessages on checked
  expect possible PoisonMessages on quiet
  expect no PoisonMessages on facing // UnvalidatedInput says it of its callers
  expect no PoisonMessages on filler
  expect no PoisonMessages on small
}

test "being a worker hides neither slow queries nor endless answers" {
  data Page { availability = High }
  boundary outside: Internet {
    actor eve: Visitor
    external process sites
  }
  boundary inside: PrivateNetwork {
    process both: WebService + Worker { answers_limited = false }
    process nightly: BackgroundJob { answers_limited = false }
    store db: Postgres { query_time_limited = false }
  }
  flow eve -> both { receives = Page }
  flow both -> db
  flow both -> sites over Https { receives = Page }
  flow nightly -> sites over Https { receives = Page }
  expect SlowQueries on db
  expect UnboundedAnswers on both
  expect no UnboundedAnswers on nightly // nobody waits for it
}

test "messages by way of a balancer" {
  data Task
  process web: WebService
  process mailer: Worker { input_validation = false }
  process filler: Worker { input_validation = false }
  process lb: Relay
  process in_lb: Relay
  store jobs: Queue
  flow web -> in_lb { sends = Task }
  flow filler -> in_lb { sends = Task }
  flow in_lb -> jobs { sends = Task }
  flow mailer -> lb { receives = Task }
  flow lb -> jobs { receives = Task }
  expect PoisonMessages on mailer
  expect no PoisonMessages on filler
}
