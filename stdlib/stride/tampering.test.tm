//! Tampering: what fires, what stays silent.

test "unchecked input" {
  actor alice
  process api { input_validation = false }
  process strict { input_validation = true }
  process silent
  flow a: alice -> api
  flow b: alice -> strict
  flow c: alice -> silent
  expect UnvalidatedInput on api
  expect no UnvalidatedInput on strict
  expect possible UnvalidatedInput on silent
}

test "input that nobody from outside can send" {
  process job
  process worker { input_validation = false }
  flow f: job -> worker
  expect no UnvalidatedInput on worker
}

test "written from a less trusted place" {
  data Price { integrity = High }
  boundary outside: PartnerNetwork {
    process partner
  }
  boundary inside: PrivateNetwork {
    process editor
    store prices
    store drafts
  }
  flow a: partner -> prices { sends = Price }
  flow b: editor -> drafts { sends = Price }
  expect StoreTampering on prices
  expect no StoreTampering on drafts
}

test "altered on the way" {
  actor alice
  process api
  flow plain: alice -> api over Http
  expect AlteredInTransit on plain
}

test "not altered inside TLS" {
  actor alice
  process api
  flow safe: alice -> api over Https
  expect no AlteredInTransit on safe
}

test "not altered next door" {
  process a
  process b
  flow local: a -> b { encrypted = false }
  expect no AlteredInTransit on local
}
