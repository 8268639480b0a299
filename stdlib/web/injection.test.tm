//! Injection: what fires, what stays silent.

test "SQL" {
  actor alice: User
  process api: WebService { parameterized_queries = false }
  process strict: WebService { parameterized_queries = true }
  process quiet: WebService
  process other: WebService { parameterized_queries = false }
  store db: Postgres
  store sessions: KeyValueStore
  flow a: alice -> api
  flow b: alice -> strict
  flow c: alice -> quiet
  flow d: alice -> other
  flow e: api -> db
  flow f: strict -> db
  flow g: quiet -> db
  flow h: other -> sessions
  expect SqlInjection on api
  expect no SqlInjection on strict
  expect possible SqlInjection on quiet
  expect no SqlInjection on other
}

test "documents" {
  actor alice: User
  process api: WebService { input_validation = false }
  process strict: WebService { input_validation = true }
  store catalogue: DocumentStore
  flow a: alice -> api
  flow b: alice -> strict
  flow c: api -> catalogue
  flow d: strict -> catalogue
  expect NoSqlInjection on api
  expect no NoSqlInjection on strict
}

test "pages" {
  actor alice: User
  process forum: WebApp { output_encoding = false }
  process blog: WebApp { output_encoding = true }
  process api: WebService { output_encoding = false }
  flow a: alice -> forum
  flow b: alice -> blog
  flow c: alice -> api
  expect CrossSiteScripting on forum
  expect no CrossSiteScripting on blog
  expect no CrossSiteScripting on api
}

test "commands" {
  actor alice: User
  process converter: WebService + RunsCommands { input_validation = false }
  process careful: WebService + RunsCommands { input_validation = true }
  flow a: alice -> converter
  flow b: alice -> careful
  expect CommandInjection on converter
  expect no CommandInjection on careful
}

test "templates" {
  actor alice: User
  process mailer: WebService + RendersTemplates { templates_fixed = false }
  process fixed: WebService + RendersTemplates { templates_fixed = true }
  process quiet: WebService + RendersTemplates
  process plain: WebService
  flow a: alice -> mailer
  flow b: alice -> plain
  flow c: alice -> fixed
  flow d: alice -> quiet
  expect no TemplateInjection on fixed
  expect possible TemplateInjection on quiet
  expect TemplateInjection on mailer
  expect no TemplateInjection on plain
}

test "language models" {
  actor alice: User
  process chat: WebService { orders_contained = false }
  process asked: WebService
  process held: WebService { orders_contained = true }
  process guarded: WebService { apply ModelGuardrails }
  process search: WebService
  external process llm: LanguageModel
  flow a: alice -> chat
  flow b: alice -> search
  flow c: chat -> llm
  process behind: Worker { orders_contained = false }
  process timer: BackgroundJob
  process nightly: Worker
  flow d: search -> behind
  flow e: behind -> llm
  flow f: timer -> nightly
  flow g: nightly -> llm
  flow h: alice -> asked
  flow i: asked -> llm
  flow j: alice -> held
  flow k: held -> llm
  flow l: alice -> guarded
  flow m: guarded -> llm
  expect PromptInjection on chat
  expect possible PromptInjection on asked
  expect no PromptInjection on held
  expect PromptInjection on guarded
  expect PromptInjection on behind
  expect no PromptInjection on search
  expect no PromptInjection on nightly
}

test "logs" {
  actor alice: User
  process api: WebService { output_encoding = false }
  process careful: WebService { output_encoding = true }
  store logs: LogStore
  flow a: alice -> api
  flow b: alice -> careful
  flow c: api -> logs
  flow d: careful -> logs
  expect LogInjection on api
  expect no LogInjection on careful
}

test "what comes in through programs of ours" {
  data Search
  data Report
  boundary outside: Internet {
    actor alice: User
  }
  boundary ward: OfficeNetwork {
    actor nurse: Employee
    process station: Workstation
    process records { parameterized_queries = false }
    store charts: Postgres
  }
  boundary inside: PrivateNetwork {
    process front: WebService
    process middle: WebService
    process back: WebService { parameterized_queries = false }
    process safe: WebService { parameterized_queries = true }
    process quiet: WebService
    process apart: WebService { parameterized_queries = false }
    store orders: Postgres
  }
  flow a: alice -> front { sends = Search }
  flow b: front -> middle { sends = Search }
  flow c: middle -> back { sends = Search }
  flow d: middle -> safe { sends = Search }
  flow e: front -> quiet { sends = Search }
  flow f: front -> apart { sends = Report }
  flow g: back -> orders
  flow h: safe -> orders
  flow i: quiet -> orders
  flow j: apart -> orders
  flow k: nurse -> station { sends = Search }
  flow l: station -> records { sends = Search }
  flow m: records -> charts
  expect SqlInjection on back
  expect no SqlInjection on safe
  expect possible SqlInjection on quiet
  expect no SqlInjection on apart
  expect SqlInjection on records
}

data Wish
data Rate

test "what waits in a queue came from outside" {
  actor alice: User
  process web: WebApp
  store jobs: Queue
  process worker: Worker + RunsCommands + RendersTemplates + FetchesUrls + ServesFiles + ParsesXml + SendsMail {
    input_validation = false
    parameterized_queries = false
    templates_fixed = false
    entities_off = false
    output_encoding = false
    answers_limited = false
  }
  process idle: Worker + RunsCommands { input_validation = false, parameterized_queries = false }
  process quiet: Worker + RunsCommands
  store db: Postgres
  store docs: DocumentStore
  store log: LogStore
  external process model_service: LanguageModel
  flow a: alice -> web { sends = Wish }
  flow b: web -> jobs { sends = Wish }
  flow c: worker -> jobs { receives = Wish }
  flow d: worker -> db
  flow e: worker -> docs
  flow f: worker -> log
  flow g: worker -> model_service
  flow h: idle -> db { receives = Rate }
  flow i: jobs -> quiet { sends = Wish }
  flow j: quiet -> db
  expect SqlInjection on worker
  expect NoSqlInjection on worker
  expect CommandInjection on worker
  expect TemplateInjection on worker
  expect LogInjection on worker
  expect PathTraversal on worker
  expect XmlExternalEntities on worker
  expect MailInjection on worker
  expect EndlessAnswer on worker
  expect no SqlInjection on idle
  expect no CommandInjection on idle
  expect possible SqlInjection on quiet
  expect possible CommandInjection on quiet
}

test "a worker that fetches, serialises and asks a model out of a queue" {
  actor alice: User
  process web: WebApp
  store jobs: Queue
  process worker: Worker + FetchesUrls + DeserializesObjects + AcceptsUploads {
    uploads_screened = false
  }
  process idle: Worker + FetchesUrls + DeserializesObjects + AcceptsUploads {
    uploads_screened = false
  }
  external process model_service: LanguageModel
  flow a: alice -> web { sends = Wish }
  flow b: web -> jobs { sends = Wish }
  flow c: worker -> jobs { receives = Wish }
  flow d: worker -> model_service
  flow e: idle -> jobs { receives = Rate }
  flow f: idle -> model_service
  expect UnrestrictedUpload on worker
  expect possible ServerSideRequestForgery on worker
  expect possible UnsafeDeserialization on worker
  expect possible PromptInjection on worker
  expect no ServerSideRequestForgery on idle
  expect no UnsafeDeserialization on idle
  expect no UnrestrictedUpload on idle
  expect no PromptInjection on idle
}

test "a table that everyone reads makes nobody a reader of strangers' words" {
  actor alice: User
  process web: WebApp
  store db: Postgres
  process report: Worker + RunsCommands { input_validation = false }
  process prices: Worker + RunsCommands { input_validation = false }
  flow a: alice -> web { sends = Wish }
  flow b: web -> db { sends = [Wish, Rate] }
  flow c: report -> db { receives = Wish }
  flow d: prices -> db { receives = Rate }
  expect CommandInjection on report
  expect no CommandInjection on prices
}

test "a model behind a gateway" {
  actor alice: User
  process chat: WebApp { orders_contained = false }
  process careful: WebApp { orders_contained = true }
  process plain: WebApp { orders_contained = false }
  process gateway: Relay
  process other: Relay
  process prices: WebService
  external process llm: LanguageModel
  flow alice -> chat
  flow alice -> careful
  flow alice -> plain
  flow chat -> gateway { sends = Wish }
  flow careful -> gateway { sends = Wish }
  flow plain -> other { sends = Rate }
  flow gateway -> llm { sends = Wish }
  flow other -> prices { sends = Rate }
  expect PromptInjection on chat
  expect no PromptInjection on careful
  expect no PromptInjection on plain
  expect no PromptInjection on gateway // it only hands on
}

test "stores behind a pool of connections" {
  boundary street: Internet {
    actor alice: User
  }
  boundary inside: PrivateNetwork {
    process api: WebService {
      parameterized_queries = false
      input_validation = false
      output_encoding = false
      ownership_checks = false
      access_control = false
      audit_log = false
    }
    process careful: WebService { parameterized_queries = true, input_validation = true }
    process quiet: WebService
    process apart: WebService { parameterized_queries = false, ownership_checks = false }
    process pool: Relay
    process other_pool: Relay
    process prices: WebService
    store db: Postgres { query_time_limited = false }
    store docs: DocumentStore
    store log: LogStore
    store idle: Postgres { query_time_limited = false }
  }
  data Order { integrity = High }
  flow alice -> api { sends = Order }
  flow alice -> careful { sends = Order }
  flow alice -> quiet { sends = Order }
  flow alice -> apart { sends = Order }
  flow api -> pool { sends = Order }
  flow careful -> pool { sends = Order }
  flow quiet -> pool { sends = Order }
  flow apart -> other_pool { sends = Order }
  flow other_pool -> prices { sends = Order }
  flow pool -> db { sends = Order }
  flow pool -> docs { sends = Order }
  flow pool -> log { sends = Order }
  flow job: prices -> idle { sends = Order }
  expect SqlInjection on api
  expect no SqlInjection on careful
  expect possible SqlInjection on quiet
  expect no SqlInjection on apart
  expect no SqlInjection on pool // it only hands on
  expect NoSqlInjection on api
  expect LogInjection on api
  expect BrokenObjectAccess on api
  expect no BrokenObjectAccess on apart
  expect SlowQueries on db
  expect no SlowQueries on idle
}

test "a relay's log is the work of others" {
  data Line
  boundary outside: Internet {
    actor eve: Visitor
  }
  process front: ReverseProxy
  process stated: ReverseProxy { output_encoding = false }
  process shop: WebApp
  store log: LogStore
  flow eve -> front { sends = Line }
  flow eve -> stated { sends = Line }
  flow eve -> shop { sends = Line }
  flow front -> log { sends = Line }
  flow stated -> log { sends = Line }
  flow shop -> log { sends = Line }
  expect no LogInjection on front
  expect LogInjection on stated
  expect possible LogInjection on shop
}
