//! Information disclosure: what fires, what stays silent.

test "clear text" {
  data Card { confidentiality = High }
  data News { confidentiality = VeryLow }
  actor eve
  process api
  process tls
  flow plain: eve -> api over Http { sends = Card }
  flow safe: eve -> tls over Https { sends = Card }
  flow public: api -> eve over Http { sends = News }
  expect CleartextTransport on plain
  expect no CleartextTransport on safe
  expect no CleartextTransport on public
}

test "clear text across a boundary, and less so inside one" {
  data Card { confidentiality = High }
  data Note { confidentiality = Moderate }
  boundary left: Datacentre {
    process a
    process b
  }
  boundary right: Datacentre {
    process c
  }
  flow inside: a -> b { encrypted = false, sends = [Card, Note] }
  flow quiet: a -> b { sends = Card }
  flow across: b -> c { encrypted = false, sends = [Card, Note] }
  expect CleartextTransport on inside.Card // few can listen, and it is stated that they can read
  expect no CleartextTransport on inside.Note
  expect no CleartextTransport on quiet
  expect CleartextTransport on across.Card
  expect CleartextTransport on across.Note
  expect inherent(inside) < inherent(across)
}

test "on the medium" {
  data Card { confidentiality = High }
  store open { holds = Card, encryption_at_rest = false }
  store closed { holds = Card, encryption_at_rest = true }
  store quiet { holds = Card }
  store empty { holds = [], encryption_at_rest = false }
  expect UnencryptedAtRest on open
  expect no UnencryptedAtRest on closed
  expect possible UnencryptedAtRest on quiet
  expect no UnencryptedAtRest on empty
}

test "sensitive answers" {
  data Diagnosis { confidentiality = VeryHigh }
  data Weather { confidentiality = VeryLow }
  boundary outside: Internet {
    actor patient
  }
  boundary inside: PrivateNetwork {
    process clinic { answers_trimmed = false }
    process trimmed { answers_trimmed = true }
    process quiet
    process forecast
  }
  flow a: patient -> clinic { receives = Diagnosis }
  flow c: patient -> trimmed { receives = Diagnosis }
  flow d: patient -> quiet { receives = Diagnosis }
  flow b: patient -> forecast { receives = Weather }
  expect SensitiveAnswers on clinic
  expect no SensitiveAnswers on forecast
  expect no SensitiveAnswers on trimmed
  expect possible SensitiveAnswers on quiet
}

test "a login hands callers their own session" {
  data Session: Credentials { confidentiality = VeryHigh }
  data Key: Secret { confidentiality = VeryHigh }
  boundary outside: Internet {
    actor user
  }
  boundary inside: PrivateNetwork {
    process login
    process handout { answers_trimmed = false }
  }
  flow a: user -> login { receives = Session }
  flow b: user -> handout { receives = Key }
  expect no SensitiveAnswers on login
  expect SensitiveAnswers on handout
}

test "what strangers ask for is judged by what strangers get" {
  data Leaflet { confidentiality = VeryLow }
  data Plan { confidentiality = High }
  data Master { confidentiality = VeryHigh }
  boundary outside: Internet {
    actor user
  }
  boundary near: PartnerNetwork {
    process partner
  }
  boundary inside: PrivateNetwork {
    process mixed { answers_trimmed = false }
    process asked { answers_trimmed = false }
    process job
  }
  flow a: user -> mixed { receives = Leaflet }
  flow b: partner -> mixed { receives = Plan }
  flow c: job -> mixed { receives = Master }
  flow d: user -> asked { receives = Plan }
  expect SensitiveAnswers on mixed
  expect SensitiveAnswers on asked
  expect inherent(mixed) < inherent(asked)
}

test "a control that states a fact takes the threat away, one that does not lowers its risk" {
  data Card { confidentiality = VeryHigh }
  actor alice
  process a
  process b
  process c
  flow bare: alice -> a { sends = Card, encrypted = false }
  flow tls: alice -> b { sends = Card, apply Tls }
  flow vpn: alice -> c { sends = Card, encrypted = false, apply Vpn }
  expect CleartextTransport on bare
  expect no CleartextTransport on tls
  expect CleartextTransport on vpn
  expect residual(vpn) < inherent(vpn)
}

test "clear text between two machines, but not on one" {
  data Card { confidentiality = High, integrity = High }
  boundary first: Host {
    process proxy: Relay
    boundary pod: Container {
      process web
    }
  }
  boundary second: Host {
    process db
  }
  flow inside: proxy -> web { encrypted = false, sends = Card }
  flow across: web -> db { encrypted = false, sends = Card }
  expect no CleartextTransport on inside
  expect no AlteredInTransit on inside
  expect CleartextTransport on across
  expect no AlteredInTransit on across // the same hop
}

test "what a person sees on their own screen" {
  data Plan { confidentiality = High }
  boundary office: OfficeNetwork {
    actor clerk
  }
  boundary safe: RestrictedZone {
    process desk: Workstation
    process server { answers_trimmed = false }
  }
  flow a: clerk -> desk { receives = Plan }
  flow b: clerk -> server { receives = Plan }
  expect no SensitiveAnswers on desk
  expect SensitiveAnswers on server
}

test "answers go outward by way of a relay beside the program" {
  data Salary { confidentiality = High }
  boundary office: OfficeNetwork {
    actor clerk: Employee
  }
  boundary inside: PrivateNetwork {
    process lb: Relay
    process inner_lb: Relay
    process job
    process desk { answers_trimmed = false }
    process trimmed { answers_trimmed = true }
    process quiet
    process apart { answers_trimmed = false }
  }
  flow clerk -> lb { receives = Salary }
  flow lb -> desk { receives = Salary }
  flow lb -> trimmed { receives = Salary }
  flow lb -> quiet { receives = Salary }
  flow job -> inner_lb { receives = Salary }
  flow inner_lb -> apart { receives = Salary }
  expect SensitiveAnswers on desk
  expect no SensitiveAnswers on trimmed
  expect possible SensitiveAnswers on quiet
  expect no SensitiveAnswers on apart
}

test "whether a store takes connections in clear is asked once for all of them" {
  data Order { confidentiality = High, integrity = VeryHigh }
  boundary left: PrivateNetwork {
    process one
    process two
    process open
  }
  boundary right: PrivateNetwork {
    store asked { holds = Order }
    store strict { holds = Order, apply EncryptedOnly }
    store loose { holds = Order, encrypted_only = false }
    store single { holds = Order }
  }
  flow a1: one -> asked { sends = Order }
  flow a2: two -> asked { sends = Order }
  flow a3: open -> asked { sends = Order, encrypted = false }
  flow b1: one -> strict { sends = Order }
  flow b2: two -> strict { receives = Order }
  flow c1: one -> loose { sends = Order }
  flow c2: two -> loose { sends = Order, encrypted }
  flow c3: open -> loose { sends = Order, encrypted = false }
  flow d1: one -> single { sends = Order }
  expect possible CleartextTransport on a1
  expect possible CleartextTransport on a2
  expect CleartextTransport on a3
  expect possible AlteredInTransit on a1
  expect AlteredInTransit on a3
  expect no CleartextTransport on b1
  expect no CleartextTransport on b2
  expect no AlteredInTransit on b1
  expect possible CleartextTransport on c1
  expect no CleartextTransport on c2
  expect CleartextTransport on c3
  expect possible CleartextTransport on d1
}

test "whether a cluster encrypts what is said inside is asked once for all of it" {
  data Order { confidentiality = High }
  boundary quiet: Cluster {
    boundary a: Namespace {
      process one
      process two
    }
    boundary b: Namespace {
      process three
      store orders { holds = Order }
    }
  }
  boundary meshed: Cluster {
    apply EncryptedTraffic
    boundary c: Namespace {
      process four
      process clear
    }
    boundary d: Namespace {
      process five
    }
  }
  boundary bare: Cluster {
    traffic_encrypted = false
    boundary e: Namespace {
      process six
    }
    boundary g: Namespace {
      process seven
    }
  }
  process outside
  flow f1: one -> three { sends = Order }
  flow f2: two -> three { sends = Order }
  flow f3: one -> orders { sends = Order }
  flow f4: four -> five { sends = Order }
  flow f5: clear -> five { sends = Order, encrypted = false }
  flow f6: six -> seven { sends = Order }
  flow f7: four -> outside { sends = Order }
  flow f8: six -> seven over Https "Two" { sends = Order }
  expect possible CleartextTransport on f1
  expect possible CleartextTransport on f2
  expect possible CleartextTransport on f3
  expect no CleartextTransport on f4
  expect CleartextTransport on f5
  expect possible CleartextTransport on f6
  expect possible CleartextTransport on f7
  expect no CleartextTransport on f8
}

test "what those who run the system are told is not asked about, and told where it is stated" {
  data File { confidentiality = High }
  boundary office: OfficeNetwork {
    actor operator: Administrator
    actor clerk: Employee
    process desk: Workstation
  }
  boundary ours: PrivateNetwork {
    process api
    process wide { answers_trimmed = false }
    process shared
    process front: Relay
    process behind
    process common: Relay
    process among
  }
  flow operator -> desk { receives = File }
  flow desk -> api { receives = File }
  flow operator -> wide { receives = File }
  flow operator -> shared { receives = File }
  flow clerk -> shared { receives = File }
  flow operator -> front { receives = File }
  flow front -> behind { receives = File }
  flow operator -> common { receives = File }
  flow clerk -> common { receives = File }
  flow common -> among { receives = File }
  expect no SensitiveAnswers on api
  expect SensitiveAnswers on wide
  expect possible SensitiveAnswers on shared
  expect no SensitiveAnswers on behind
  expect possible SensitiveAnswers on among
}
