//! Failures and what was left as it came: what fires, what stays silent.

test "talkative errors" {
  actor alice: User
  process loud: WebService { detailed_errors = true }
  process short: WebService { apply GenericErrors }
  process quiet: WebService
  flow a: alice -> loud
  flow b: alice -> short
  flow c: alice -> quiet
  expect TalkativeErrors on loud
  expect no TalkativeErrors on short
  expect no TalkativeErrors on quiet
}

test "the inside shows" {
  model shop
  boundary outside: Internet {
    actor alice: User
  }
  process api: WebService
  flow f: alice -> api
  expect possible InsidesShown on shop
}

test "the inside shows, says the team" {
  model shop { insides_hidden = false }
  boundary outside: Internet {
    actor alice: User
  }
  process api: WebService
  flow f: alice -> api
  expect InsidesShown on shop
}

test "each service is known" {
  model shop
  boundary outside: Internet {
    actor alice: User
  }
  process api: WebService { detailed_errors = false, diagnostics_open = false }
  process inner: WebService
  flow f: alice -> api
  flow g: api -> inner
  expect no InsidesShown on shop
}

test "the inside is hidden" {
  model shop { insides_hidden = true }
  boundary outside: Internet {
    actor alice: User
  }
  process api: WebService
  flow f: alice -> api
  expect no InsidesShown on shop
}

test "debug pages" {
  process caller
  process open { diagnostics_open = true }
  process shut { diagnostics_open = false }
  process quiet
  process alone { diagnostics_open = true }
  flow caller -> open
  flow caller -> shut
  flow caller -> quiet
  expect OpenDiagnostics on open
  expect no OpenDiagnostics on shut
  expect no OpenDiagnostics on quiet
  expect no OpenDiagnostics on alone
}

test "when in doubt" {
  actor alice: User
  process lax: WebService { fails_open = true }
  process strict: WebService { fails_open = false }
  process quiet: WebService
  flow a: alice -> lax
  flow b: alice -> strict
  flow c: alice -> quiet
  expect FailsOpen on lax
  expect no FailsOpen on strict
  expect no FailsOpen on quiet
}

test "the password in the manual" {
  actor clerk: Employee
  process printer { default_credentials = true }
  process changed { default_credentials = false }
  process quiet
  process api
  store cache: Cache { default_credentials = true }
  store alone: Cache { default_credentials = true }
  process bought: ReadyMade { authentication = Password }
  process keyed: ReadyMade { authentication = SshKey }
  flow a: clerk -> printer
  flow b: clerk -> changed
  flow c: clerk -> quiet
  flow d: api -> cache
  flow e: clerk -> bought
  flow f: clerk -> keyed
  expect DefaultCredentials on printer
  expect DefaultCredentials on cache
  expect no DefaultCredentials on changed
  expect no DefaultCredentials on quiet
  expect no DefaultCredentials on alone
  expect possible DefaultCredentials on bought
  expect no DefaultCredentials on keyed
}

test "nobody watches" {
  model shop { components_watched = false, interfaces_listed = false }
  boundary outside: Internet {
    actor alice: User
  }
  process api: WebService
  flow f: alice -> api
  expect UnwatchedComponents on shop
  expect ForgottenInterfaces on shop
}

test "somebody watches" {
  model shop { components_watched = true, interfaces_listed = true }
  boundary outside: Internet {
    actor alice: User
  }
  process api: WebService
  flow f: alice -> api
  expect no UnwatchedComponents on shop
  expect no ForgottenInterfaces on shop
}

test "nothing that strangers reach" {
  model shop { components_watched = false, interfaces_listed = false }
  boundary office: OfficeNetwork {
    actor clerk: Employee
  }
  process api: WebService
  flow f: clerk -> api
  expect no UnwatchedComponents on shop
  expect no ForgottenInterfaces on shop
}

test "nobody has said" {
  model shop
  boundary outside: Internet {
    actor alice: User
  }
  process api: WebService
  flow f: alice -> api
  expect possible UnwatchedComponents on shop
  expect no ForgottenInterfaces on shop
}

test "logs" {
  process api
  store unread: LogStore { alarms = false }
  store read: LogStore { alarms = true }
  store watched: LogStore { apply Alerting }
  store quiet: LogStore
  flow a: api -> unread
  flow b: api -> read
  flow c: api -> watched
  flow d: api -> quiet
  expect UnreadLogs on unread
  expect no UnreadLogs on read
  expect no UnreadLogs on watched
  expect possible UnreadLogs on quiet
}

test "old algorithms" {
  model shop { algorithms_current = false }
  actor alice: User
  process api: WebService
  flow f: alice -> api over Https
  expect OldAlgorithms on shop
}

test "current algorithms" {
  model shop { algorithms_current = true }
  actor alice: User
  process api: WebService
  flow f: alice -> api over Https
  expect no OldAlgorithms on shop
}

test "nothing encrypted, no algorithms" {
  model shop
  process a
  process b
  flow f: a -> b
  expect no OldAlgorithms on shop
}

test "nobody said anything about algorithms" {
  model shop
  actor alice: User
  process api: WebService
  flow f: alice -> api over Https
  expect possible OldAlgorithms on shop
}
