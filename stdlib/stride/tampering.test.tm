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
  boundary anywhere: Internet {
    actor eve: Visitor
  }
  boundary inside: PrivateNetwork {
    process editor
    store prices
    store drafts
    store source: CodeRepository
    store public_source: CodeRepository
  }
  flow a: partner -> prices { sends = Price }
  flow b: editor -> drafts { sends = Price }
  flow c: partner -> source { sends = Price }
  flow d: eve -> public_source { sends = Price }
  expect no StoreTampering on source // changes come from the places of those who write them
  expect StoreTampering on public_source
  expect StoreTampering on prices
  expect no StoreTampering on drafts
}

test "altered on the way" {
  actor alice
  process api
  flow plain: alice -> api over Http
  expect AlteredInTransit on plain
}

test "one hop in clear, one threat" {
  data Card { confidentiality = High, integrity = Moderate }
  data Order { confidentiality = Moderate, integrity = High }
  actor alice
  process shop
  process till
  flow read: alice -> shop { sends = Card, encrypted = false }
  flow changed: alice -> till { sends = Order, encrypted = false }
  expect CleartextTransport on read
  expect no AlteredInTransit on read
  expect CleartextTransport on changed
  expect AlteredInTransit on changed // worse than being read
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

test "as bad as what the less trusted place writes" {
  data Price { integrity = VeryHigh }
  data Comment { integrity = Moderate }
  boundary outside: PartnerNetwork {
    process partner
  }
  boundary inside: PrivateNetwork {
    process editor
    store prices
    store other
  }
  flow a: partner -> prices { sends = Comment }
  flow b: editor -> prices { sends = Price }
  flow c: partner -> other { sends = Price }
  expect StoreTampering on prices
  expect StoreTampering on other
  expect inherent(prices) < inherent(other)
}

test "a filter in front counts for the process behind" {
  boundary outside: Internet {
    actor eve
  }
  boundary inside: PrivateNetwork {
    process filtered: Relay { apply Waf }
    process bare: Relay
    process api { input_validation = false, internet_facing = false, authentication = Passkey }
    process open { input_validation = false, internet_facing = false, authentication = Passkey }
  }
  flow a: eve -> filtered
  flow b: filtered -> api
  flow c: eve -> bare
  flow d: bare -> open
  expect UnvalidatedInput on api
  expect UnvalidatedInput on open
  expect residual(api) <= residual(open)
}

test "a key that opens a store is not written into it, and a store made for clients decides by itself" {
  data Key: Secret { integrity = High }
  data Note { integrity = High }
  boundary outside: Internet {
    actor eve
  }
  boundary inside: PrivateNetwork {
    store opened
    store written
    store ruled: ServesClients
    store linked
  }
  flow link: eve -> linked over SignedLink { sends = Note }
  flow asks: eve -> opened { sends = Key }
  flow writes: eve -> written { sends = [Key, Note] }
  flow own: eve -> ruled { sends = Note }
  expect no StoreTampering on opened
  expect StoreTampering on written
  expect no StoreTampering on ruled
  expect no StoreTampering on linked
  expect no WeakAuthentication on ruled
  expect possible WeakAuthentication on written
}

test "through the air, and behind a relay" {
  data Dose { integrity = High }
  boundary ward: Datacentre {
    process server
    process pump
    process desk
    process front: Relay
    process back
  }
  flow air: server -> pump { sends = Dose, over_the_air, encrypted = false }
  flow wire: server -> desk { sends = Dose, encrypted = false }
  flow behind: front -> back { sends = Dose, encrypted = false }
  expect AlteredInTransit on air
  expect no AlteredInTransit on wire
  expect no AlteredInTransit on behind // the same place as the wire
}

test "nothing is sent" {
  boundary office: OfficeNetwork {
    process display
  }
  boundary outside: Internet {
    process stranger
  }
  boundary inside: PrivateNetwork {
    process board { input_validation = false }
    process open { input_validation = false }
  }
  flow a: display -> board { sends = [] }
  flow b: stranger -> open { sends = [] }
  expect no UnvalidatedInput on board
  expect UnvalidatedInput on open // strangers send what they like
}

test "what need not be right is not asked about" {
  data Weather { integrity = Low }
  data Price { integrity = High }
  actor alice
  process a
  process b
  process c
  flow quiet: alice -> a { receives = Weather }
  flow plain: alice -> b { receives = Weather, encrypted = false }
  flow asked: alice -> c { receives = Price }
  expect no AlteredInTransit on quiet
  expect AlteredInTransit on plain
  expect possible AlteredInTransit on asked
}

test "what strangers write, and what is worse when it is wrong, are two conversations" {
  data Comment { integrity = Moderate }
  data Order { integrity = VeryHigh }
  boundary outside: Internet {
    process page
  }
  boundary office: OfficeNetwork {
    process desk
  }
  boundary inside: PrivateNetwork {
    store mixed
    store worst
    store comments
  }
  flow a: page -> mixed { sends = Comment, encrypted }
  flow b: desk -> mixed { sends = Order, encrypted }
  flow c: page -> worst { sends = Order, encrypted }
  flow d: page -> comments { sends = Comment, encrypted }
  expect StoreTampering on mixed
  expect StoreTampering on worst
  expect StoreTampering on comments
  expect inherent(mixed) < inherent(worst)
  expect inherent(comments) <= inherent(mixed)
}

test "a conversation that carries nothing of note, and a shell of an administrator" {
  data Note { integrity = Moderate }
  actor guest
  actor root: Administrator
  actor clerk: Employee
  process board
  process tool {
    input_validation = false,
    access_control = false,
    authentication = NoAuthentication
  }
  process shared {
    input_validation = false,
    access_control = false,
    authentication = NoAuthentication
  }
  store notes { holds = Note }
  flow a: guest -> board over Http { sends = [], receives = [] }
  flow b: root -> tool over Ssh { sends = Note }
  flow c: clerk -> shared over Ssh { sends = Note }
  flow d: tool -> notes { sends = Note }
  flow e: shared -> notes { sends = Note }
  expect no AlteredInTransit on a
  expect no UnvalidatedInput on tool
  expect no MissingAccessControl on tool
  expect no RepudiatedAction on root // the shell knows them by their key
  expect UnvalidatedInput on shared
  expect MissingAccessControl on shared
  expect no RepudiatedAction on clerk
  expect possible MissingAuditTrail on tool
}

test "writing upward by way of a relay beside the store" {
  data Record { integrity = High }
  boundary office: OfficeNetwork {
    process desk
  }
  boundary inside: PrivateNetwork {
    process lb: Relay
    process inner_lb: Relay
    process job
    store kept
    store apart
    store quiet
  }
  flow desk -> lb { sends = Record }
  flow lb -> kept { sends = Record }
  flow lb -> quiet
  flow job -> inner_lb { sends = Record }
  flow inner_lb -> apart { sends = Record }
  expect StoreTampering on kept
  expect no StoreTampering on apart
  expect possible StoreTampering on quiet
}

test "what programs of ours make themselves is not asked about" {
  data Order { integrity = High }
  data Job { integrity = High }
  boundary outside: Internet {
    actor alice: User
  }
  boundary ours: PrivateNetwork {
    boundary left: Namespace {
      process front
      process clock
      process hand
    }
    boundary right: Namespace {
      process told
      process called
      process careless { input_validation = false }
      process unsaid
      process far
    }
  }
  flow a: alice -> front { sends = Order }
  flow b: front -> told { sends = Order }
  flow c: clock -> called { sends = Job }
  flow d: clock -> careless { sends = Job }
  flow e: clock -> unsaid
  flow f: front -> hand { sends = Order }
  flow g: hand -> far { sends = Order }
  expect possible UnvalidatedInput on front
  expect possible UnvalidatedInput on told
  expect no UnvalidatedInput on called
  expect UnvalidatedInput on careless
  expect possible UnvalidatedInput on unsaid // what it is told is not known
  expect possible UnvalidatedInput on far
}

test "what others, people and relays bring is asked about, also in a place of ours" {
  data Job { integrity = High }
  boundary ours: PrivateNetwork {
    boundary left: Namespace {
      process balancer: Relay
      external process guest
      actor clerk: Employee
      store inbox: Queue { holds = Job }
      process reader
      process runner: RunsGivenCode
    }
    boundary right: Namespace {
      process one
      process two
      process three
      process four
      process five
    }
  }
  flow balancer -> one { sends = Job }
  flow guest -> two { sends = Job }
  flow clerk -> three { sends = Job }
  flow guest -> inbox { sends = Job }
  flow reader -> inbox { receives = Job }
  flow reader -> four { sends = Job }
  flow runner -> five { sends = Job }
  expect possible UnvalidatedInput on one
  expect possible UnvalidatedInput on two
  expect possible UnvalidatedInput on three
  expect possible UnvalidatedInput on four
  expect possible UnvalidatedInput on five
}

test "what carries a signature tells of changes" {
  boundary out: Internet {
    process device
  }
  process updates
  data Image { integrity = VeryHigh, confidentiality = Low, signed }
  data Loose { integrity = VeryHigh, confidentiality = Low, signed = false }
  data Quiet { integrity = VeryHigh, confidentiality = Low }
  data Number { integrity = Low, confidentiality = Low }
  data Wish { integrity = Moderate, confidentiality = Low }
  flow signed: device -> updates over Http "Signed" { receives = [Image, Number] }
  flow unsigned: updates -> device over Http "Unsigned" { sends = Loose }
  flow untold: device -> updates over Http "Untold" { receives = Quiet }
  flow beside: updates -> device over Http "Beside" { sends = [Image, Wish] }
  flow small: device -> updates over Http "Small" { sends = Number }
  expect no AlteredInTransit on signed
  expect AlteredInTransit on unsigned
  expect AlteredInTransit on untold
  expect AlteredInTransit on beside // by the part that is not signed, and as bad as that
  expect inherent(beside) < inherent(unsigned)
  expect AlteredInTransit on small
}

test "between two systems of others, nothing is asked" {
  data Parcel { integrity = High, confidentiality = Low }
  data Letter { integrity = Low, confidentiality = High }
  boundary outside: Internet {
    external process carrier
  }
  external process depot
  process ours
  flow a: carrier -> depot { sends = Parcel }
  flow b: carrier -> ours { sends = Parcel }
  flow c: depot -> carrier over Http { sends = Parcel }
  flow d: ours -> carrier { sends = Letter }
  external process post
  flow e: carrier -> post { sends = Letter }
  expect no AlteredInTransit on a
  expect possible AlteredInTransit on b
  expect AlteredInTransit on c // stated all the same
  expect possible CleartextTransport on d
  expect no CleartextTransport on e
}
