//! Denial of service: what fires, what stays silent.

test "open to the internet" {
  actor alice
  process shop { internet_facing = true, load_limited = false }
  process asked { internet_facing = true }
  process limited { internet_facing = true, load_limited = true }
  process intranet { internet_facing = false, load_limited = false }
  process quiet
  flow d: alice -> asked
  flow e: alice -> limited
  flow a: alice -> shop
  flow b: alice -> intranet
  flow c: alice -> quiet
  expect DenialOfService on shop
  expect possible DenialOfService on asked
  expect no DenialOfService on limited
  expect no DenialOfService on intranet
  expect possible DenialOfService on quiet
}

test "a flow from the internet says it too" {
  boundary outside: Internet {
    actor alice
  }
  process shop { load_limited = false }
  flow f: alice -> shop
  expect DenialOfService on shop
}

test "what can wait, and how bad it is to wait" {
  data Page { availability = Low }
  data Order { availability = Moderate }
  data Alarm { availability = VeryHigh }
  data Note
  boundary outside: Internet {
    actor alice
  }
  boundary inside: PrivateNetwork {
    process site { load_limited = false }
    process shop { load_limited = false }
    process help { load_limited = false }
    process wall { load_limited = false }
    process empty { load_limited = false }
  }
  flow a: alice -> site { sends = [], receives = Page }
  flow b: alice -> shop { sends = Order, receives = [Page, Note] }
  flow c: alice -> help { sends = Alarm, receives = Page }
  flow d: alice -> wall { sends = Note }
  flow e: alice -> empty
  expect no DenialOfService on site
  expect DenialOfService on shop
  expect DenialOfService on wall
  expect DenialOfService on empty
  expect inherent(help) > inherent(shop)
  expect inherent(shop) == inherent(wall) and inherent(wall) == inherent(empty)
}

test "what the relay limits is asked and answered there, once for all that stands behind it" {
  data Page { availability = Low }
  boundary outside: Internet {
    actor eve
  }
  boundary inside: PrivateNetwork {
    process silent: Relay
    process strict: Relay { load_limited = true }
    process loose: Relay { load_limited = false }
    process first: Relay { load_limited = true }
    process second: Relay
    process a
    process b
    process c { load_limited = true }
    process d
    process e
    process f
    process cache: Relay { load_limited = false }
    process pages: Relay { load_limited = false }
    store pictures
  }
  flow to_silent: eve -> silent
  flow to_strict: eve -> strict
  flow to_loose: eve -> loose
  flow to_first: eve -> first
  flow to_cache: eve -> cache
  flow to_pages: eve -> pages { receives = Page }
  flow silent -> a
  flow silent -> b
  flow silent -> c
  flow strict -> d
  flow loose -> e
  flow first -> second
  flow second -> f
  flow cache -> pictures
  flow pages -> pictures { receives = Page }
  expect no DenialOfService on silent
  expect possible DenialOfService on a
  expect possible DenialOfService on b
  expect no DenialOfService on c
  expect no DenialOfService on d
  expect no DenialOfService on loose
  expect DenialOfService on e
  expect no DenialOfService on f
  expect DenialOfService on cache // no program stands behind it
  expect no DenialOfService on pages
}

test "no way back" {
  data Order { integrity = High, availability = Moderate }
  store orders { holds = Order, backups = false }
  store copied { holds = Order, backups = true }
  store quiet { holds = Order }
  expect DataLoss on orders
  expect no DataLoss on copied
  expect possible DataLoss on quiet
}

test "what is built, waits or is of yesterday" {
  data Built: Artefact { integrity = High }
  data Needed: Artefact { integrity = High, availability = High }
  data Message { integrity = High }
  data Line { integrity = Moderate }
  data Trail: AuditTrail { integrity = High }
  data Spare { integrity = High, availability = Low }
  store images { holds = Built }
  store lost_images { holds = Built, backups = false }
  store packages { holds = Needed }
  store waiting: Queue { holds = Message }
  store lost_messages: Queue { holds = Message, backups = false }
  store unsaid: Queue
  store stream: EventStream { holds = Message }
  store lines: KeepsTraces { holds = Line }
  store lost_lines: KeepsTraces { holds = Line, backups = false }
  store trail: KeepsTraces { holds = Trail }
  store lost_trail: KeepsTraces { holds = Trail, backups = false }
  process writer
  flow note: writer -> trail { sends = Trail }
  store spare { holds = Spare, backups = false }
  expect no DataLoss on images
  expect DataLoss on lost_images
  expect possible DataLoss on packages
  expect no DataLoss on waiting
  expect DataLoss on lost_messages
  expect no DataLoss on unsaid
  expect possible DataLoss on stream
  expect no DataLoss on lines
  expect DataLoss on lost_lines
  expect no DataLoss on trail
  expect possible ForgedTrail on trail
  expect DataLoss on lost_trail
  expect no DataLoss on spare // it is stated that nobody misses it
}

test "nothing worth keeping" {
  data Hint { integrity = VeryLow, availability = VeryLow }
  store hints { holds = Hint, backups = false }
  expect no DataLoss on hints
}

test "a cut connection" {
  data Alarm { availability = VeryHigh }
  data Report { availability = Low }
  boundary plant: Datacentre {
    process sensor
  }
  boundary office: OfficeNetwork {
    process desk
  }
  flow urgent: sensor -> desk { sends = Alarm }
  flow slow: desk -> sensor { sends = Report }
  expect FlowInterruption on urgent
  expect no FlowInterruption on slow
}

test "controls on the process and on the boundary around it lower the risk" {
  actor alice
  process bare { internet_facing = true, load_limited = false }
  process limited { internet_facing = true, apply [RateLimit, DdosProtection] }
  boundary shielded {
    apply DdosProtection
    process inside { internet_facing = true, load_limited = false }
  }
  flow a: alice -> bare
  flow b: alice -> limited
  flow c: alice -> inside
  expect residual(bare) == inherent(bare)
  expect residual(limited) < inherent(limited)
  expect residual(inside) < inherent(inside)
  expect residual(limited) <= residual(inside)
}

test "what limits requests in front counts for the process behind" {
  boundary outside: Internet {
    actor eve
  }
  boundary inside: PrivateNetwork {
    process limited: Relay { apply [RateLimit, DdosProtection] }
    process bare: Relay { load_limited = false }
    process api
    process open { load_limited = false }
  }
  flow a: eve -> limited
  flow b: limited -> api
  flow c: eve -> bare
  flow d: bare -> open
  expect DenialOfService on api
  expect DenialOfService on open
  expect residual(api) < residual(open)
}

test "a cut is as bad as what is known to be needed" {
  data Order { availability = High }
  data Note
  boundary branch: OfficeNetwork {
    process till
  }
  boundary inside: PrivateNetwork {
    process a
    process b
  }
  flow one: till -> a { sends = Order, encrypted, authenticated }
  flow two: till -> b { sends = [Order, Note], encrypted, authenticated }
  expect FlowInterruption on one
  expect FlowInterruption on two
  expect inherent(one) == inherent(two)
}

test "what can be made again is not lost" {
  data Order { integrity = High, availability = High }
  store orders { holds = Order, backups = false }
  store copies: Rebuildable { holds = Order, backups = false }
  expect DataLoss on orders
  expect no DataLoss on copies
}

test "nothing to cut on one machine" {
  data Alarm { availability = VeryHigh }
  boundary centre: Datacentre {
    boundary machine: Host {
      process watcher
      boundary pod: Container {
        process bell { trust = HighlyTrusted }
      }
    }
  }
  boundary gate: OfficeNetwork {
    boundary other: Host {
      process siren
    }
  }
  flow near: watcher -> bell { sends = Alarm }
  flow far: watcher -> siren { sends = Alarm }
  expect no FlowInterruption on near
  expect FlowInterruption on far
}

test "between two places of ours, for strangers, and for what a partner runs, it is told elsewhere" {
  data Order { availability = VeryHigh }
  boundary outside: Internet {
    actor alice
    process app: ClientApp
  }
  boundary partner: PartnerNetwork {
    external process bank
    process courier
  }
  boundary centre: Datacentre {
    boundary front: Dmz {
      process proxy: Relay
    }
    boundary inside: PrivateNetwork {
      process shop
    }
    boundary vault: RestrictedZone {
      store orders { holds = Order }
    }
  }
  flow ask: alice -> proxy { sends = Order }
  flow sync: app -> proxy { sends = Order }
  flow pass: proxy -> shop { sends = Order }
  flow keep: shop -> orders { sends = Order }
  flow pay: shop -> bank { sends = Order }
  flow send: courier -> shop { sends = Order }
  expect no FlowInterruption on ask // DenialOfService speaks of the shop
  expect no FlowInterruption on sync
  expect possible DenialOfService on shop
  expect no FlowInterruption on pass
  expect no FlowInterruption on keep
  expect no FlowInterruption on pay
  expect FlowInterruption on send
}

test "staff wait longer than machines" {
  data Order { availability = VeryHigh }
  boundary office: OfficeNetwork {
    actor clerk: Employee
    process desk
  }
  boundary inside: PrivateNetwork {
    process a
    process b
  }
  flow x: clerk -> a { sends = Order, encrypted, authenticated }
  flow y: desk -> b { sends = Order, encrypted, authenticated }
  expect inherent(x) < inherent(y)
}

test "in a place of known trust, what no stranger calls is not asked about" {
  boundary office: OfficeNetwork {
    actor clerk
  }
  boundary inside: PrivateNetwork {
    process quiet
    process loud { internet_facing, load_limited = false }
  }
  process somewhere
  flow a: clerk -> quiet
  flow b: clerk -> loud
  flow c: clerk -> somewhere
  expect no DenialOfService on quiet
  expect DenialOfService on loud
  expect possible DenialOfService on somewhere
}

test "what lies on a person's own device" {
  data Note { integrity = High, availability = High }
  boundary phone: UserDevice {
    store kept { holds = Note, backups = false }
  }
  expect no DataLoss on kept
}

test "copies need no copies" {
  data Ledger { integrity = High, availability = High }
  data Log { integrity = High }
  process books
  process watcher
  store ledger { holds = Ledger }
  store snapshots { holds = Ledger }
  store saved: BackupStore { holds = Ledger }
  store keys: KeepsInside
  store near { holds = Log }
  store far { holds = Log }
  store mixed { holds = [Ledger, Log] }
  flow a: books -> ledger { sends = Ledger, receives = Ledger }
  flow b: books -> snapshots { sends = Ledger }
  flow c: books -> saved { sends = Ledger }
  flow d: watcher -> near { sends = Log }
  flow e: watcher -> far { sends = Log }
  flow f: watcher -> mixed { sends = [Ledger, Log] }
  flow g: books -> keys
  expect possible DataLoss on ledger
  expect no DataLoss on snapshots
  expect no DataLoss on saved
  expect no DataLoss on keys
  expect possible DataLoss on near
  expect possible DataLoss on far // nobody reads either: neither is the copy
  expect possible DataLoss on mixed
}

test "a cut between places, for colleagues behind a relay and for others" {
  data Order { availability = High }
  boundary office: OfficeNetwork {
    actor clerk: Employee
    process lb: Relay
    process printer
  }
  boundary inside: PrivateNetwork {
    process desk
    process store_room
  }
  flow clerk -> lb { sends = Order }
  flow a: lb -> desk { sends = Order }
  flow b: printer -> store_room { sends = Order }
  expect FlowInterruption on a
  expect FlowInterruption on b
  expect inherent(a) < inherent(b)
}

test "whether strangers come is asked before what holds them back" {
  data Order { availability = High }
  boundary inside: PrivateNetwork {
    process quiet
    process limited { load_limited = true }
    process open { load_limited = false }
  }
  process portal: Relay
  actor somebody
  flow a: somebody -> portal { sends = Order }
  flow b: portal -> quiet { sends = Order }
  flow c: portal -> limited { sends = Order }
  flow d: portal -> open { sends = Order }
  expect possible DenialOfService on quiet
  expect no DenialOfService on limited
  expect possible DenialOfService on open
}
