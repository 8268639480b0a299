//! Detecting: what fires, what stays silent.

test "seen by watchers" {
  data Visits: PersonalData
  actor alice
  process clinic
  process hotline
  flow a: alice -> clinic { sends = Visits, encrypted = false }
  flow b: alice -> hotline { sends = Visits, encrypted = true }
  expect ObservableUse on a
  expect no ObservableUse on b
}

test "contact that gives away" {
  boundary outside: Internet {
    actor alice
  }
  boundary inside: PrivateNetwork {
    process hotline { sensitive_use }
    process shop { sensitive_use = false }
  }
  flow a: alice -> hotline over Https
  flow b: alice -> shop over Https
  flow c: alice -> hotline over Http
  expect VisibleContact on a
  expect no VisibleContact on b
  expect no VisibleContact on c
}

test "times and sizes" {
  boundary outside: Internet {
    process mixer: Relay { sensitive_use }
    process proxy: Relay { sensitive_use = false }
  }
  boundary inside: PrivateNetwork {
    process hotline
    process padded_hotline
    process shop
    process asked
  }
  flow a: mixer -> hotline { padded = false }
  flow b: mixer -> padded_hotline { apply CoverTraffic }
  flow c: proxy -> shop { padded = false }
  flow d: mixer -> asked
  expect TellingTraffic on a
  expect no TellingTraffic on b
  expect no TellingTraffic on c
  expect possible TellingTraffic on d
}

test "traces on the device" {
  process shelter { sensitive_use }
  process shop
  process app: ClientApp { leaves_traces = true }
  process hidden: ClientApp { leaves_traces = false }
  process unsure: ClientApp
  process cart: ClientApp { leaves_traces = true }
  flow a: app -> shelter
  flow b: hidden -> shelter
  flow c: unsure -> shelter
  flow d: cart -> shop
  expect TracesOnDevice on app
  expect no TracesOnDevice on hidden
  expect possible TracesOnDevice on unsure
  expect no TracesOnDevice on cart
}

test "answers that tell" {
  actor anyone
  process clinic { sensitive_use, uniform_answers = false }
  process discreet { sensitive_use, apply UniformAnswers }
  process unsure { sensitive_use }
  process shop { uniform_answers = false }
  flow a: anyone -> clinic
  flow b: anyone -> discreet
  flow c: anyone -> unsure
  flow d: anyone -> shop
  expect AnswersTellExistence on clinic
  expect no AnswersTellExistence on discreet
  expect possible AnswersTellExistence on unsure
  expect no AnswersTellExistence on shop
}

test "a workstation at its printer" {
  data Letter: PersonalData
  actor clerk: Employee
  process laptop: Workstation
  process printer
  flow clerk -> laptop
  flow p: laptop -> printer { sends = Letter, encrypted = false }
  expect no ObservableUse on p
}
