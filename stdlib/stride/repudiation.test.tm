//! Repudiation: what fires, what stays silent.

test "actions of nobody" {
  data Order { integrity = Moderate }
  data Wish { integrity = Low }
  actor alice
  actor bob
  actor carol
  actor dora
  external process elsewhere { authentication = ApiKey }
  process kiosk { authentication = NoAuthentication }
  process office { authentication = Saml }
  flow a: alice -> kiosk { sends = Order }
  flow b: bob -> office { sends = Order }
  flow c: carol -> kiosk { sends = Wish }
  flow d: dora -> elsewhere { sends = Order }
  expect RepudiatedAction on alice
  expect no RepudiatedAction on bob
  expect no RepudiatedAction on carol // nothing that matters whose word it is
  expect no RepudiatedAction on dora // not ours to answer
}

test "changes without a record" {
  data Balance { integrity = High }
  actor alice
  process bank { audit_log = false }
  process careful { audit_log = true }
  process quiet
  store ledger
  flow a: alice -> bank
  flow b: alice -> careful
  flow c: alice -> quiet
  flow d: bank -> ledger { sends = Balance }
  flow e: careful -> ledger { sends = Balance }
  flow f: quiet -> ledger { sends = Balance }
  expect MissingAuditTrail on bank
  expect no MissingAuditTrail on careful
  expect possible MissingAuditTrail on quiet
}

test "nothing of weight is changed" {
  data Colour { integrity = VeryLow }
  actor alice
  process page { audit_log = false }
  store settings
  flow a: alice -> page
  flow b: page -> settings { sends = Colour }
  expect no MissingAuditTrail on page
}

test "a trail that can be rewritten" {
  data Trail: AuditTrail
  process api
  store trail { holds = Trail, append_only = false }
  store archive { holds = Trail, append_only = true }
  store other
  flow a: api -> trail
  flow b: api -> archive
  flow c: api -> other
  expect ForgedTrail on trail
  expect no ForgedTrail on archive
  expect no ForgedTrail on other
}

test "orders by way of two programs that hand on" {
  data Order { integrity = High }
  data News { integrity = Low }
  actor alice: User
  actor bob: User
  actor quiet: User
  process app: ClientApp
  process lb: Relay
  process other_lb: Relay
  process api { authentication = NoAuthentication }
  process unknown_api
  flow alice -> app { sends = Order }
  flow app -> lb { sends = Order }
  flow lb -> api { sends = Order }
  flow bob -> lb { sends = News }
  flow quiet -> other_lb { sends = Order }
  flow other_lb -> unknown_api { sends = Order }
  expect RepudiatedAction on alice
  expect no RepudiatedAction on bob
  expect possible RepudiatedAction on quiet
}

test "records of changes where people work at a workstation" {
  data Order { integrity = High }
  actor clerk: Employee
  process laptop: Workstation { audit_log = false }
  process desk { audit_log = false }
  process kept { audit_log = true }
  store orders
  store notes
  flow clerk -> laptop { sends = Order }
  flow laptop -> desk { sends = Order }
  flow laptop -> kept { sends = Order }
  flow laptop -> notes { sends = Order }
  flow desk -> orders { sends = Order }
  flow kept -> orders { sends = Order }
  expect MissingAuditTrail on desk
  expect no MissingAuditTrail on kept
  expect no MissingAuditTrail on laptop // one's own computer
}

test "records of changes by way of a relay before the store" {
  data Order { integrity = High }
  actor alice
  process api { audit_log = false }
  process apart { audit_log = false }
  process pool: Relay
  process other_pool: Relay
  process prices
  store db
  flow alice -> api { sends = Order }
  flow alice -> apart { sends = Order }
  flow api -> pool { sends = Order }
  flow pool -> db { sends = Order }
  flow apart -> other_pool { sends = Order }
  flow other_pool -> prices { sends = Order }
  expect MissingAuditTrail on api
  expect no MissingAuditTrail on apart
}

test "a program in somebody's hands keeps no record for us" {
  data Line { integrity = Moderate }
  actor alice: User
  process page: ClientApp
  process helper: ClientApp
  process stated: ClientApp { audit_log = false }
  store lines { holds = Line }
  flow alice -> page { sends = Line }
  flow page -> helper { sends = Line }
  flow page -> stated { sends = Line }
  flow helper -> lines { sends = Line }
  flow stated -> lines { sends = Line }
  expect no MissingAuditTrail on helper
  expect MissingAuditTrail on stated
}

test "what a relay hands on is recorded by the program behind it" {
  data Line { integrity = Moderate }
  actor alice: User
  process front: Relay
  process stated: Relay { audit_log = false }
  process shop
  store lines { holds = Line }
  flow alice -> front { sends = Line }
  flow alice -> stated { sends = Line }
  flow alice -> shop { sends = Line }
  flow front -> lines { sends = Line }
  flow stated -> lines { sends = Line }
  flow shop -> lines { sends = Line }
  expect no MissingAuditTrail on front
  expect MissingAuditTrail on stated
  expect possible MissingAuditTrail on shop
}

test "a password that is shown to a store changes nothing there" {
  data Login: Credentials
  data Card: Credentials { integrity = High }
  actor alice: User
  process checks { audit_log = false }
  process issues { audit_log = false }
  store people
  store cards
  flow alice -> checks { sends = Login }
  flow alice -> issues { sends = Card }
  flow checks -> people { sends = Login }
  flow issues -> cards { sends = Card }
  expect no MissingAuditTrail on checks
  expect MissingAuditTrail on issues
}

test "who logs in to a machine by a key of their own is known from there on" {
  data Order { integrity = High }
  actor mechanic: Partner
  actor clerk: Employee
  process jump: Relay
  process station: Workstation
  process desk: Workstation
  process controller { authentication = NoAuthentication }
  flow mechanic -> jump over Ssh { sends = Order }
  flow jump -> station over Ssh { sends = Order }
  flow station -> controller { sends = Order }
  flow clerk -> desk { sends = Order }
  flow desk -> controller { sends = Order }
  expect no RepudiatedAction on mechanic
  expect RepudiatedAction on clerk
}
