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

test "clear text across a boundary, but not inside one" {
  data Card { confidentiality = High }
  boundary left: Datacentre {
    process a
    process b
  }
  boundary right: Datacentre {
    process c
  }
  flow inside: a -> b { encrypted = false, sends = Card }
  flow across: b -> c { encrypted = false, sends = Card }
  expect no CleartextTransport on inside
  expect CleartextTransport on across
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
    process clinic
    process forecast
  }
  flow a: patient -> clinic { receives = Diagnosis }
  flow b: patient -> forecast { receives = Weather }
  expect SensitiveAnswers on clinic
  expect no SensitiveAnswers on forecast
}
