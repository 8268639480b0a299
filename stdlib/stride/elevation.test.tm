//! Elevation of privilege: what fires, what stays silent.

test "borrowed rights" {
  actor alice
  process api { access_control = false }
  process strict { access_control = true }
  process quiet
  store db
  flow a: alice -> api
  flow b: alice -> strict
  flow c: alice -> quiet
  flow d: api -> db
  flow e: strict -> db
  flow f: quiet -> db
  expect MissingAccessControl on api
  expect no MissingAccessControl on strict
  expect possible MissingAccessControl on quiet
}

test "nothing behind it" {
  actor alice
  process clock { access_control = false }
  flow f: alice -> clock
  expect no MissingAccessControl on clock
}

test "a place of ours that is guarded better than another is no threat" {
  data Order { confidentiality = High, integrity = High, availability = High }
  boundary outside: Internet {
    actor alice
  }
  boundary front: Dmz {
    process proxy: Relay
  }
  boundary inside: PrivateNetwork {
    process shop
    store beside { holds = Order }
  }
  boundary vault: RestrictedZone {
    process ledger { answers_trimmed = false }
    store orders { holds = Order }
  }
  flow a: alice -> proxy
  flow b: proxy -> shop { sends = Order }
  flow c: shop -> beside { sends = Order }
  flow d: shop -> orders { sends = Order, receives = Order }
  flow e: shop -> ledger { receives = Order }
  expect SteppingStone on proxy
  expect no SteppingStone on shop
  expect no StoreTampering on beside
  expect no StoreTampering on orders
  expect no FlowInterruption on d
  expect no SensitiveAnswers on ledger
}

test "from the internet through the DMZ into the inside" {
  boundary outside: Internet {
    actor alice
  }
  boundary front: Dmz {
    process proxy
    process brochure
    process late: Relay + ReadyMade { prompt_updates = false }
    process mended: Relay + ReadyMade { prompt_updates = true }
  }
  boundary inside: PrivateNetwork {
    process core
  }
  flow a: alice -> proxy
  flow b: proxy -> core
  flow c: alice -> brochure
  flow d: alice -> late
  flow e: late -> core
  flow f: alice -> mended
  flow g: mended -> core
  expect SteppingStone on late
  expect no SteppingStone on mended
  expect SteppingStone on proxy
  expect no SteppingStone on brochure
  expect no SteppingStone on core
}

test "callers that nobody tells apart" {
  actor alice
  process collector { authentication = NoAuthentication }
  process stated { authentication = NoAuthentication, access_control = false }
  process mixed { authentication = NoAuthentication, also_accepts = Password }
  store clicks
  flow a: alice -> collector
  flow b: alice -> stated
  flow c: alice -> mixed
  flow d: collector -> clicks
  flow e: stated -> clicks
  flow f: mixed -> clicks
  expect no MissingAccessControl on collector
  expect MissingAccessControl on stated
  expect possible MissingAccessControl on mixed
}

test "a foothold between two relays" {
  boundary street: Internet {
    actor eve
  }
  boundary zone: Dmz {
    process lb: Relay
    process inner_lb: Relay
    process gate
    process idle
    process beside
  }
  boundary inside: PrivateNetwork {
    process core
  }
  flow eve -> lb
  flow lb -> gate
  flow gate -> inner_lb
  flow inner_lb -> core
  flow beside -> idle
  flow idle -> inner_lb
  expect SteppingStone on gate
  expect no SteppingStone on idle
}

test "access to stores behind a relay" {
  actor alice
  process api { access_control = false }
  process quiet
  process apart { access_control = false }
  process pool: Relay
  process other_pool: Relay
  process prices
  store db
  flow alice -> api
  flow alice -> quiet
  flow alice -> apart
  flow api -> pool
  flow quiet -> pool
  flow apart -> other_pool
  flow other_pool -> prices
  flow pool -> db
  expect MissingAccessControl on api
  expect possible MissingAccessControl on quiet
  expect no MissingAccessControl on apart
}

test "what is stated of a program behind another one counts" {
  data Order { integrity = High }
  actor alice: User
  boundary inside: PrivateNetwork {
    process front { access_control, input_validation, audit_log }
    process loose { access_control = false, input_validation = false, audit_log = false }
    process quiet
    process careful { access_control, input_validation, audit_log }
    process other { access_control = false, input_validation = false, audit_log = false }
    process timer
    store db
  }
  flow alice -> front { sends = Order }
  flow front -> loose { sends = Order }
  flow front -> quiet { sends = Order }
  flow front -> careful { sends = Order }
  flow timer -> other { sends = Order }
  flow loose -> db { sends = Order }
  flow quiet -> db { sends = Order }
  flow careful -> db { sends = Order }
  flow other -> db { sends = Order }
  expect MissingAccessControl on loose
  expect UnvalidatedInput on loose
  expect MissingAuditTrail on loose
  expect no MissingAccessControl on quiet // the front is asked
  expect no UnvalidatedInput on quiet
  expect no MissingAuditTrail on quiet
  expect no MissingAccessControl on careful
  expect no UnvalidatedInput on careful
  expect no MissingAuditTrail on careful
  expect no MissingAccessControl on other
  expect no UnvalidatedInput on other
  expect no MissingAuditTrail on other
}
