//! Streams and loads: what fires, what stays silent.
use std.web

test "who may speak in a topic" {
  data Price { integrity = High }
  data Click { integrity = Low }
  process a
  process b
  process reader: StreamProcessor
  store open: EventStream { holds = Price, topic_rights = false, schema_checked = false }
  store strict: EventStream { holds = Price, apply [TopicRights, SchemaChecks] }
  store quiet: EventStream { holds = Price }
  store clicks: EventStream { holds = Click, topic_rights = false, schema_checked = false }
  flow a -> open { sends = Price }
  flow b -> open { sends = Price }
  flow reader -> open { receives = Price }
  flow a -> strict { sends = Price }
  flow b -> strict { sends = Price }
  flow reader -> strict { receives = Price }
  flow a -> quiet { sends = Price }
  flow b -> quiet { sends = Price }
  flow reader -> quiet { receives = Price }
  flow a -> clicks { sends = Click }
  flow b -> clicks { sends = Click }
  flow reader -> clicks { receives = Click }
  expect AnyProducer on open
  expect no AnyProducer on strict
  expect possible AnyProducer on quiet
  expect no AnyProducer on clicks
  expect UnagreedForm on open
  expect no UnagreedForm on strict
  expect possible UnagreedForm on quiet
  expect no UnagreedForm on clicks
}

test "messages that come twice" {
  data Order { integrity = High }
  data Hint { integrity = Low }
  store orders: Queue { holds = Order }
  store hints: Queue { holds = Hint }
  process twice: Worker { repeat_safe = false }
  process once: Function { apply RepeatSafe }
  process quiet: Function
  process hinted: Worker { repeat_safe = false }
  flow twice -> orders { receives = Order }
  flow once -> orders { receives = Order }
  flow orders -> quiet { sends = Order }
  flow hinted -> hints { receives = Hint }
  expect CountedTwice on twice
  expect no CountedTwice on once
  expect possible CountedTwice on quiet
  expect no CountedTwice on hinted
}

test "loads from outside" {
  data Price { integrity = High }
  boundary partner: PartnerNetwork {
    store prices: FileStore
  }
  boundary inside: PrivateNetwork {
    process trusting: EtlJob { input_validation = false }
    process careful: EtlJob { input_validation = true }
    process quiet: EtlJob
    process inner: EtlJob { input_validation = false }
    store shop: Postgres
    store source: Postgres
  }
  flow trusting -> prices { receives = Price }
  flow careful -> prices { receives = Price }
  flow quiet -> prices { receives = Price }
  flow inner -> source { receives = Price }
  flow trusting -> shop { sends = Price }
  flow careful -> shop { sends = Price }
  flow quiet -> shop { sends = Price }
  flow inner -> shop { sends = Price }
  expect UncheckedLoad on trusting
  expect no UncheckedLoad on careful
  expect possible UncheckedLoad on quiet
  expect no UncheckedLoad on inner
}

test "change feeds" {
  data Salary { confidentiality = High }
  data Menu { confidentiality = VeryLow }
  store people: Postgres { holds = Salary }
  store kitchen: Postgres { holds = Menu }
  store changes: EventStream
  process everything: ChangeCapture { columns_chosen = false }
  process some: ChangeCapture { apply ChosenColumns }
  process quiet: ChangeCapture
  process dull: ChangeCapture { columns_chosen = false }
  flow everything -> people
  flow some -> people
  flow quiet -> people
  flow dull -> kitchen
  flow everything -> changes
  flow some -> changes
  flow quiet -> changes
  flow dull -> changes
  expect FeedTellsAll on everything
  expect no FeedTellsAll on some
  expect possible FeedTellsAll on quiet
  expect no FeedTellsAll on dull
}
