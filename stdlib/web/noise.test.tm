//! The measure of noise: what the library says about worlds in which hardly anything is written.

test "one user, one web service, one flow: only questions" {
  actor user
  process service: WebService
  flow request: user -> service
  expect possible ImpersonatedUser on user
  expect no RepudiatedAction on user // nobody said that something sent has to be right
  expect possible WeakAuthentication on service
  expect possible UnvalidatedInput on service
  expect possible DenialOfService on service
  expect possible AlteredInTransit on request
  expect possible CleartextTransport on request
  // no rule at all is definite: what is definite counts, and the lowest level means that nothing counts
  expect inherent(user) == VeryLow and inherent(service) == VeryLow and inherent(request) == VeryLow
  expect no MissingAuditTrail on service
  expect no MissingAccessControl on service
  expect no SensitiveAnswers on service
  expect no SteppingStone on service
  expect no FlowInterruption on request
  expect no BrokenObjectAccess on service
  expect no BruteForce on service
  expect no CrossSiteRequestForgery on service
  expect no SessionFixation on service
  expect no EndlessSession on service
  expect no SqlInjection on service
  expect no TrustedClientValues on request
}

test "the same, with the questions answered badly" {
  data Card { confidentiality = High }
  actor user
  process service: WebService {
    internet_facing = true
    authentication = NoAuthentication
    input_validation = false
    load_limited = false
  }
  flow request: user -> service { encrypted = false, sends = Card }
  expect WeakAuthentication on service
  expect no ImpersonatedUser on user // the same cause
  expect no RepudiatedAction on user
  expect UnvalidatedInput on service
  expect DenialOfService on service
  expect CleartextTransport on request
  expect no AlteredInTransit on request // the same cause, and no worse
}

test "the same, with the questions answered well" {
  actor user
  process service: WebService {
    internet_facing = false
    authentication = Passkey
    input_validation = true
  }
  flow request: user -> service { encrypted = true }
  expect no ImpersonatedUser on user
  expect no RepudiatedAction on user
  expect no WeakAuthentication on service
  expect no UnvalidatedInput on service
  expect no DenialOfService on service
  expect no AlteredInTransit on request
  expect no CleartextTransport on request
}

test "one process, one store, one flow: only questions" {
  process job
  store files
  flow save: job -> files
  expect possible UnencryptedAtRest on files
  expect possible DataLoss on files
  expect no WeakAuthentication on files
  expect no StoreTampering on files
  expect no ForgedTrail on files
  expect no StoreOnTheInternet on files
  expect no UnguardedPath on files
  expect no ThirdPartyDisclosure on files
  expect no MissingAuditTrail on job
  expect no DenialOfService on job
  expect no CleartextTransport on save
  expect no AlteredInTransit on save
  expect inherent(job) == VeryLow and inherent(files) == VeryLow and inherent(save) == VeryLow
}

test "the same store, with the questions answered badly" {
  data Letter { confidentiality = High, integrity = High }
  process job
  store files { holds = Letter, encryption_at_rest = false, backups = false }
  flow save: job -> files
  expect UnencryptedAtRest on files
  expect DataLoss on files
}

test "the same store, with the questions answered well" {
  data Letter { confidentiality = High, integrity = High }
  process job
  store files { holds = Letter, encryption_at_rest = true, backups = true }
  flow save: job -> files
  expect no UnencryptedAtRest on files
  expect no DataLoss on files
}

test "one user, one web service, one database: only questions" {
  actor user
  process service: WebService
  store db: Postgres
  flow request: user -> service
  flow query: service -> db
  expect inherent(user) == VeryLow and inherent(service) == VeryLow and inherent(db) == VeryLow
  expect inherent(request) == VeryLow and inherent(query) == VeryLow
  expect possible SqlInjection on service
  expect possible BrokenObjectAccess on service
  expect possible MissingAccessControl on service
  expect possible MissingAuditTrail on service
  expect no UnguardedPath on db
  expect no WeakAuthentication on db
  expect no MissingWaf on service
}

test "the same, from the internet, with everything answered badly" {
  data Card { confidentiality = High, integrity = High, availability = High }
  boundary outside: Internet {
    actor user
  }
  boundary inside: PrivateNetwork {
    process service: WebService {
      internet_facing = true
      authentication = NoAuthentication
      input_validation = false
      load_limited = false
      parameterized_queries = false
      access_control = false
      ownership_checks = false
      audit_log = false
      answers_trimmed = false
      filter_in_front = false
    }
    store db: Postgres { holds = Card, encryption_at_rest = false, backups = false }
  }
  flow request: user -> service over Http { sends = Card, receives = Card }
  flow query: service -> db over PostgresWire { sends = Card, receives = Card }
  expect WeakAuthentication on service
  expect UnvalidatedInput on service
  expect SqlInjection on service
  expect BrokenObjectAccess on service
  expect MissingAccessControl on service
  expect MissingAuditTrail on service
  expect SensitiveAnswers on service
  expect MissingWaf on service
  expect DenialOfService on service
  expect UnguardedPath on db
  expect UnencryptedAtRest on db
  expect DataLoss on db
  expect CleartextTransport on request
  expect no AlteredInTransit on request // the same hop
  expect TrustedClientValues on request
  expect no FlowInterruption on request // the flood is told of the service
}

test "the same, from the internet, with everything answered well" {
  data Card { confidentiality = High, integrity = High, availability = High }
  boundary outside: Internet {
    actor user
  }
  boundary inside: PrivateNetwork {
    process service: WebService {
      internet_facing = true
      authentication = Passkey
      input_validation = true
      parameterized_queries = true
      access_control = true
      ownership_checks = true
      audit_log = true
      apply [Waf, RateLimit]
    }
    store db: Postgres { holds = Card, encryption_at_rest = true, backups = true }
  }
  flow request: user -> service over Https { sends = Card, receives = [] }
  flow query: service -> db over PostgresWire { sends = Card, receives = Card, encrypted }
  // what stays is the risk that what limits requests leaves over
  expect DenialOfService on service
  expect no FlowInterruption on request
  expect residual(service) < High
  expect inherent(user) == VeryLow and inherent(db) == VeryLow and inherent(query) == VeryLow
  expect no WeakAuthentication on service
  expect no UnvalidatedInput on service
  expect no SqlInjection on service
  expect no TrustedClientValues on request
}

test "a site behind a network of caches, with mail, logs and an administrator: only questions" {
  data Article { confidentiality = VeryLow, integrity = Moderate }
  data Entry { confidentiality = Low }
  data Letter { confidentiality = Low, availability = Low }
  boundary outside: Internet {
    actor reader: Visitor
    actor member: User
    external process mail: EmailProvider
  }
  boundary inside: PrivateNetwork {
    process edge: Cdn
    process proxy: ReverseProxy
    process site: WebApp
    process names: DomainNames
    store db: Postgres { holds = Article }
    store cache: Cache { holds = Article }
    store logs: LogStore { holds = Entry }
    actor root: Administrator
    process panel: AdminPanel
  }
  flow read: reader -> edge over Https { sends = [], receives = Article }
  flow write: member -> edge over Https { sends = Article, receives = Article }
  flow hand_on: edge -> proxy over Https { sends = Article, receives = Article }
  flow further: proxy -> site over Https { sends = Article, receives = Article }
  flow query: site -> db over PostgresWire { sends = Article, receives = Article }
  flow keep: site -> cache over RedisWire { sends = Article, receives = Article }
  flow note: site -> logs over Https { sends = Entry }
  flow send: site -> mail over Https { sends = Letter }
  flow run: root -> panel over Https { sends = Article, receives = Article }
  flow change: panel -> db over PostgresWire { sends = Article, receives = Article }
  expect possible DenialOfService on site
  expect possible PaidByTheRequest on site
  expect inherent(reader) == VeryLow and inherent(member) == VeryLow and inherent(panel) == VeryLow
  expect inherent(db) == VeryLow and inherent(cache) == VeryLow and inherent(logs) == VeryLow
  expect inherent(read) == VeryLow and inherent(write) == VeryLow and inherent(send) == VeryLow
  expect inherent(names) == VeryLow
  expect possible PoisonedCache on edge
  expect possible SmuggledRequest on proxy
  expect possible UnreadLogs on logs
  expect possible ForgedSender on send
  expect no DataLoss on cache
  expect no WayAroundTheFront on read
  expect no PublicAdminPanel on panel
  expect no DefaultCredentials on panel
  expect no FailsOpen on site
  expect no TalkativeErrors on site
  expect no BelievedAnswers on site
  expect no SecretsInAddress on read
}
