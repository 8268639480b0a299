//! What places, protocols and controls say about the elements in, over and under them.

test "trust is read through boundaries, and the innermost word counts" {
  boundary outside: Internet {
    actor stranger
    boundary pod: Container {
      process guest
      boundary keys: RestrictedZone {
        process vault
      }
    }
  }
  actor nobody_knows
  expect stranger.trust == Untrusted
  expect guest.trust == Untrusted
  expect vault.trust == HighlyTrusted
  expect guest.trust < vault.trust
  expect not known(nobody_knows.trust)
}

test "protocols state only what they guarantee" {
  process a
  process b
  flow clear: a -> b over Http
  flow safe: a -> b over Https
  flow both: a -> b over Ssh
  flow files: a -> b over Sftp
  flow open: a -> b over PostgresWire
  expect not clear.encrypted
  expect safe.encrypted and not known(safe.authenticated)
  expect both.encrypted and both.authenticated
  expect files.authenticated
  expect not known(open.encrypted)
}

test "an implemented control is a fact, a planned one is not" {
  process a
  process b
  flow done: a -> b { apply MutualTls }
  flow planned: a -> b { apply Tls { status = planned } }
  expect done.encrypted and done.authenticated
  expect not known(planned.encrypted)
}

test "a flow is exposed where it leaves a place or meets a person" {
  actor alice
  boundary here {
    process a
    process b
  }
  boundary there {
    process c
  }
  flow inside: a -> b
  flow across: b -> c
  flow in_person: alice -> a
  expect not exposed(inside)
  expect exposed(across)
  expect exposed(in_person)
}

test "strangers come from untrusted places over a boundary" {
  boundary outside: Internet {
    actor eve
    process neighbour
  }
  boundary inside: PrivateNetwork {
    process api
    process worker
  }
  flow from_outside: eve -> api
  flow next_door: eve -> neighbour
  flow further: api -> worker
  expect open_to_strangers(api)
  expect not open_to_strangers(neighbour)
  expect not open_to_strangers(worker)
}

test "levels have an order" {
  data Leaflet { confidentiality = Low }
  data Diary { confidentiality = High }
  store s { holds = [Leaflet, Diary] }
  expect Leaflet.confidentiality < Diary.confidentiality
  expect max(s.holds.confidentiality) == High
  expect min(s.holds.confidentiality) == Low
}

test "a person at their own screen is not exposed, the app they hold is their voice" {
  boundary outside: Internet {
    actor alice
    boundary phone: UserDevice {
      process app: ClientApp
    }
  }
  process api
  flow tap: alice -> app
  flow call: app -> api
  expect in_hand(tap) and not exposed(tap) and not from_untrusted(tap)
  expect exposed(call) and from_user(call) and from_untrusted(call)
}

test "what stands behind relays is as exposed as they are" {
  boundary outside: Internet {
    actor alice
  }
  boundary inside: PrivateNetwork {
    process edge: Relay
    process balancer: Relay
    process shop
    process stock
  }
  flow a: alice -> edge
  flow b: edge -> balancer
  flow c: balancer -> shop
  flow d: shop -> stock
  expect from_untrusted(a) and from_untrusted(b) and from_untrusted(c)
  expect open_to_strangers(shop)
  expect not from_untrusted(d) and not exposed(d)
}

test "programs on one machine have no network between them, people do not count" {
  boundary centre: Datacentre {
    boundary first: Host {
      actor admin
      process proxy
      boundary pod: Container {
        process web
        store files
      }
    }
    boundary second: Host {
      process db
    }
  }
  process elsewhere
  flow a: proxy -> web
  flow b: web -> files
  flow c: web -> db
  flow d: admin -> web
  flow e: elsewhere -> web
  expect on_one_machine(a) and on_one_machine(b)
  expect not on_one_machine(c) and not on_one_machine(d) and not on_one_machine(e)
}

test "a person at their workstation is not exposed, and it speaks for them" {
  actor clerk
  boundary office: OfficeNetwork {
    process desk: Workstation
  }
  boundary inside: PrivateNetwork {
    process app
  }
  flow tap: clerk -> desk
  flow call: desk -> app
  expect in_hand(tap) and not exposed(tap)
  expect desk is PassesOn and exposed(call)
}

test "what comes in by one door does not go on to everything behind it" {
  data Page
  data Order
  data Trail
  boundary outside: Internet {
    actor alice
  }
  boundary inside: PrivateNetwork {
    process edge: Relay
    process shop
    process quiet
    process office
    store trail
    store pages
  }
  flow a: alice -> edge { sends = Order, receives = Page }
  flow b: edge -> shop { sends = Order }
  flow c: edge -> trail { sends = Trail }
  flow e: edge -> office { sends = Trail }
  flow g: edge -> pages { receives = Page }
  flow d: edge -> quiet
  expect goes_on(a, b) and not goes_on(a, c) and goes_on(a, d)
  expect from_untrusted(b) and from_untrusted(d) and from_untrusted(e)
  expect not from_untrusted(c) and from_untrusted(g)
}
