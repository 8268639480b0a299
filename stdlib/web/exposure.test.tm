//! Exposure: what fires, what stays silent.

test "a store on the internet" {
  boundary outside: Internet {
    actor eve: Visitor
  }
  boundary inside: PrivateNetwork {
    process api
    store open
    store hidden
  }
  flow a: eve -> open
  flow b: eve -> api
  flow c: api -> hidden
  expect StoreOnTheInternet on open
  expect no StoreOnTheInternet on hidden
}

test "a store of our own with an address for everyone" {
  data Record { confidentiality = High }
  data Logo { confidentiality = VeryLow }
  boundary inside: PrivateNetwork {
    process shop
    store open: SearchIndex { holds = Record, public_access }
    store shut: SearchIndex { holds = Record, public_access = false }
    store quiet: SearchIndex { holds = Record }
    store pictures: FileStore { holds = Logo, public_access }
  }
  flow a: shop -> open { sends = Record }
  flow b: shop -> shut { sends = Record }
  flow c: shop -> quiet { sends = Record }
  flow d: shop -> pictures { sends = Logo }
  expect StoreOnTheInternet on open
  expect no StoreOnTheInternet on shut
  expect no StoreOnTheInternet on quiet
  expect no StoreOnTheInternet on pictures
}

test "behind a tunnel that opens to known keys alone" {
  data Record { confidentiality = High, integrity = High }
  boundary outside: Internet {
    actor home: Employee
    actor eve: Visitor
  }
  boundary inside: PrivateNetwork {
    process tunnel: Relay
    process forward: Relay
    store shared { holds = Record }
    store open { holds = Record }
    store second { holds = Record }
    process chain: Relay
  }
  flow a: home -> tunnel over WireGuard { sends = Record, receives = Record }
  flow b: tunnel -> shared { sends = Record, receives = Record }
  flow c: eve -> forward over Https { sends = Record, receives = Record }
  flow d: forward -> open { sends = Record, receives = Record }
  flow e: tunnel -> chain { sends = Record, receives = Record }
  flow f: chain -> second { sends = Record, receives = Record }
  expect no StoreOnTheInternet on shared
  expect StoreOnTheInternet on open
  expect no StoreOnTheInternet on second
}

test "a way in over two steps" {
  data Record { confidentiality = High }
  boundary outside: Internet {
    actor eve: Visitor
  }
  process front { authentication = NoAuthentication }
  process back { authentication = NoAuthentication }
  process guarded { authentication = OAuth2 }
  process quiet
  store records { holds = Record }
  store vault { holds = Record }
  store archive { holds = Record }
  flow a: eve -> front
  flow b: front -> back
  flow c: back -> records
  flow d: eve -> guarded
  flow e: guarded -> vault
  flow f: eve -> quiet
  flow g: quiet -> archive
  expect UnguardedPath on records
  expect no UnguardedPath on vault
  expect possible UnguardedPath on archive
}

test "what only hands on is no lock, and none is asked of it" {
  data Record { confidentiality = High }
  boundary outside: Internet {
    actor eve: Visitor
    process page: SinglePageApp
  }
  process balancer: LoadBalancer
  process front { authentication = NoAuthentication }
  process guarded { authentication = OAuth2 }
  store records { holds = Record }
  store vault { holds = Record }
  store pictures { holds = Record }
  flow a: eve -> page
  flow b: page -> balancer over Https
  flow c: balancer -> front over Https
  flow d: front -> records
  flow e: balancer -> guarded over Https
  flow f: guarded -> vault
  flow g: page -> pictures over SignedLink
  process pool: Relay
  store pooled { holds = Record }
  flow h: front -> pool
  flow i: pool -> pooled
  expect UnguardedPath on pooled
  expect UnguardedPath on records
  expect no UnguardedPath on vault
  expect no UnguardedPath on pictures // the store itself is asked: no program of ours stands on the way
}

test "data that reaches a third party" {
  data Diagnosis { confidentiality = VeryHigh }
  data Colour { confidentiality = Low }
  store records { holds = [Diagnosis, Colour] }
  store colours { holds = [Colour] }
  process clinic
  process paint
  external process billing
  flow a: clinic -> records { receives = [Diagnosis, Colour] }
  flow b: clinic -> billing { sends = Diagnosis }
  flow c: paint -> colours { receives = Colour }
  flow d: paint -> billing { sends = Colour }
  expect ThirdPartyDisclosure on records
  expect no ThirdPartyDisclosure on colours
}

test "keys that never leave, and a store that also gives out" {
  data Record { confidentiality = VeryHigh }
  store keys: KeepsInside
  store both: KeepsInside + SecretsVault { holds = Record }
  process clinic
  external process billing
  flow a: clinic -> keys
  flow b: clinic -> both { receives = Record }
  flow c: clinic -> billing { sends = Record }
  expect no ThirdPartyDisclosure on keys
  expect ThirdPartyDisclosure on both
}

test "data that only goes in" {
  data Diagnosis { confidentiality = VeryHigh }
  store records { holds = Diagnosis }
  process clinic
  external process billing
  flow a: clinic -> records { sends = Diagnosis }
  flow b: clinic -> billing { sends = [] }
  expect no ThirdPartyDisclosure on records
}

test "a key goes to the party that issued it" {
  data Key: Secret { confidentiality = VeryHigh }
  data Shared: Secret { confidentiality = VeryHigh }
  store keys: SecretStore { holds = [Key, Shared] }
  process shop
  external process payments
  external process mail
  flow a: shop -> keys { receives = [Key, Shared] }
  flow b: shop -> payments { sends = [Key, Shared] }
  flow c: shop -> mail { sends = Shared }
  expect no ThirdPartyDisclosure on keys.Key
  expect ThirdPartyDisclosure on keys.Shared
}

test "a jump over the DMZ" {
  boundary outside: Internet {
    actor eve: Visitor
  }
  boundary front: Dmz {
    process proxy
    boundary inside: PrivateNetwork {
      process core
    }
  }
  flow jump: eve -> core
  flow hop: eve -> proxy
  flow further: proxy -> core
  expect BypassedZone on jump
  expect no BypassedZone on hop
  expect no BypassedZone on further
}

test "a DMZ inside a data centre is where the flow should end" {
  boundary outside: Internet {
    actor eve: Visitor
  }
  boundary centre: Datacentre {
    boundary front: Dmz {
      process proxy
    }
    process core
  }
  flow hop: eve -> proxy
  flow further: proxy -> core
  expect no BypassedZone on hop
  expect no BypassedZone on further
}

test "a jump over the DMZ into a machine two boundaries further in" {
  boundary outside: Internet {
    actor eve: Visitor
  }
  boundary front: Dmz {
    boundary inside: PrivateNetwork {
      boundary machine: Host {
        process core
      }
    }
  }
  flow jump: eve -> core
  expect BypassedZone on jump
}

test "a client at the store" {
  data Draft { confidentiality = Moderate, integrity = Moderate }
  process app: MobileApp
  process api: WebService
  store documents: DocumentStore
  store others: DocumentStore
  store unsaid: DocumentStore
  flow a: app -> documents { sends = Draft }
  flow b: api -> others { sends = Draft }
  flow c: app -> unsaid
  expect ClientReachesStore on documents
  expect no ClientReachesStore on others
  expect possible ClientReachesStore on unsaid
}

test "pictures that a page shows, and what else a client may do with a store" {
  data Picture { confidentiality = VeryLow, integrity = Low }
  data Upload { confidentiality = Low, integrity = Low }
  data Record { confidentiality = High, integrity = High }
  data Mystery
  boundary outside: Internet {
    actor eve: Visitor
    boundary here: Browser {
      process page: SinglePageApp
    }
  }
  boundary inside: PrivateNetwork {
    process admin: WebService
    store pictures: ObjectStore { holds = Picture }
    store mixed: ObjectStore { holds = [Picture, Record] }
    store uploads: ObjectStore { holds = Upload }
    store records: ObjectStore { holds = Record }
    store unrated: ObjectStore { holds = Mystery }
  }
  flow a: page -> pictures { receives = Picture }
  flow b: eve -> pictures { receives = Picture }
  flow c: eve -> mixed { receives = Picture }
  flow d: page -> uploads { sends = Upload }
  flow e: page -> records { receives = Record }
  flow f: page -> unrated { receives = Mystery }
  flow g: admin -> pictures { sends = Picture }
  expect no ClientReachesStore on pictures
  expect no StoreOnTheInternet on pictures
  expect StoreOnTheInternet on mixed // a hole in it shows the rest
  expect ClientReachesStore on uploads
  expect ClientReachesStore on records
  expect inherent(uploads) < inherent(records)
  expect no StoreOnTheInternet on records // the same cause
  expect possible ClientReachesStore on unrated
}

test "a client's own store on the device it runs on" {
  data Note
  boundary phone: UserDevice {
    process app: MobileApp
    store cache: FileStore
  }
  store documents: DocumentStore
  flow a: app -> cache { sends = Note }
  flow b: app -> documents { sends = Note }
  expect no ClientReachesStore on cache
  expect ClientReachesStore on documents
}

test "no filter" {
  data Card { confidentiality = High }
  process shop: WebService { internet_facing = true, filter_in_front = false }
  process behind: WebService { internet_facing = true, filter_in_front = true }
  process asked: WebService { internet_facing = true }
  process safe: WebService { internet_facing = true, apply Waf }
  process quiet: WebService
  store db: Postgres { holds = Card }
  flow a: shop -> db
  flow b: safe -> db
  flow d: behind -> db
  flow e: asked -> db
  flow c: quiet -> db
  expect MissingWaf on shop
  expect no MissingWaf on safe
  expect no MissingWaf on quiet
  expect no MissingWaf on behind
  expect possible MissingWaf on asked
}

test "many writers" {
  data Stock { integrity = High }
  process a
  process b
  process c
  store shared: Postgres { writers_apart = false }
  store own: Postgres
  store apart: Postgres { apply OneWriterEach }
  store quiet: Postgres
  flow ga: a -> apart { sends = Stock }
  flow gb: b -> apart { sends = Stock }
  flow gc: c -> apart { sends = Stock }
  flow ha: a -> quiet { sends = Stock }
  flow hb: b -> quiet { sends = Stock }
  flow hc: c -> quiet { sends = Stock }
  expect no ManyWriters on apart
  expect possible ManyWriters on quiet
  flow fa: a -> shared { sends = Stock }
  flow fb: b -> shared { sends = Stock }
  flow fc: c -> shared { sends = Stock }
  flow fd: a -> own { sends = Stock }
  flow fe: b -> own { sends = Stock }
  flow ff: c -> own { receives = Stock }
  expect ManyWriters on shared
  expect no ManyWriters on own
}

test "tenants" {
  boundary red: Tenant {
    process red_app
  }
  boundary blue: Tenant {
    process blue_app
  }
  store shared
  store own
  flow a: red_app -> shared
  flow b: blue_app -> shared
  flow c: red_app -> own
  expect SharedByTenants on shared
  expect no SharedByTenants on own
}

test "a filter in front of the application" {
  data Card { confidentiality = High }
  actor alice: User
  process edge: Cdn { apply Waf }
  process bare: Cdn
  process shop: WebService { internet_facing = true }
  process open: WebService { internet_facing = true, filter_in_front = false }
  store db: Postgres { holds = Card }
  flow a: alice -> edge
  flow b: edge -> shop
  flow c: shop -> db
  flow d: alice -> bare
  flow e: bare -> open
  flow f: open -> db
  expect no MissingWaf on shop
  expect MissingWaf on open
}

test "what lies on a person's own device has no way in from outside" {
  data Record { confidentiality = High }
  boundary outside: Internet {
    actor alice: User
    boundary phone: UserDevice {
      process app: MobileApp { authentication = NoAuthentication }
      store files: FileStore { holds = Record }
    }
  }
  process api: WebService { authentication = NoAuthentication }
  store db: Postgres { holds = Record }
  flow a: alice -> app
  flow b: app -> files
  flow c: app -> api
  flow d: api -> db
  expect no UnguardedPath on files
  expect UnguardedPath on db
}

test "a store that is made for client programs" {
  data Note
  boundary outside: Internet {
    process app: MobileApp
  }
  boundary inside: CloudAccount {
    store made_for_it: DocumentStore + ServesClients
    store plain: DocumentStore
    store files: ObjectStore
  }
  flow app -> made_for_it { sends = Note }
  flow app -> plain { sends = Note }
  flow app -> files over SignedLink
  expect no ClientReachesStore on made_for_it
  expect no StoreOnTheInternet on made_for_it
  expect ClientReachesStore on plain
  expect no StoreOnTheInternet on plain // the same cause
  // one object, for a while, on the word of a program of ours
  expect no ClientReachesStore on files
  expect no StoreOnTheInternet on files
}

test "a relay that cannot read what it hands on tells nobody" {
  data Letter { confidentiality = High }
  process reader
  external process post: Relay
  external process spy: Relay
  process sender
  process other
  store drawer { holds = Letter }
  store shelf { holds = Letter }
  flow a: sender -> drawer { receives = Letter }
  flow b: sender -> post { sends = Letter, apply EndToEndEncryption }
  flow c: other -> shelf { receives = Letter }
  flow d: other -> spy { sends = Letter }
  flow e: post -> reader { sends = Letter }
  expect no ThirdPartyDisclosure on drawer
  expect ThirdPartyDisclosure on shelf
}

test "real data in a test system" {
  data Order { confidentiality = Moderate }
  data Catalogue { confidentiality = VeryLow }
  data Key: Secret { confidentiality = High }
  data MadeUp { confidentiality = Moderate }
  boundary live: CloudAccount {
    stage = Production
    store orders: Postgres { holds = [Order, Catalogue, Key] }
  }
  boundary trial: CloudAccount {
    stage = Test
    store copy: Postgres { holds = [Order, Catalogue] }
    store invented: Postgres { holds = MadeUp }
    store unmasked: Postgres { holds = Key }
  }
  expect RealDataInTests on copy.Order
  expect no RealDataInTests on copy.Catalogue
  expect no RealDataInTests on unmasked
  expect no RealDataInTests on invented
  expect no RealDataInTests on orders
}

test "in clear for a moment" {
  data Story { confidentiality = VeryHigh }
  data Card { confidentiality = High }
  boundary outside: Internet {
    actor source
  }
  boundary inside: PrivateNetwork {
    process desk: WebService
    process sealed: WebService
    process open: WebService
    process quiet: WebService
    process reads: WebService
    store box: FileStore { holds = [Story, Card], encryption_at_rest = true }
    store shelf: FileStore { holds = Story, encryption_at_rest = false }
    store unsure: FileStore { holds = Story }
  }
  flow a: source -> desk { sends = [Story, Card] }
  flow b: source -> sealed { sends = Story, apply EndToEndEncryption }
  flow c: source -> open { sends = Story }
  flow d: source -> quiet { sends = Story }
  flow i: source -> reads { sends = Story }
  flow e: desk -> box { sends = [Story, Card], receives = [] }
  flow f: sealed -> box { sends = Story, receives = [] }
  flow g: open -> shelf { sends = Story, receives = [] }
  flow h: quiet -> unsure { sends = Story, receives = [] }
  flow j: reads -> box { sends = Story, receives = Story }
  expect ReadInPassing on desk.Story
  expect no ReadInPassing on desk.Card
  expect no ReadInPassing on sealed.Story
  expect no ReadInPassing on open.Story
  expect no ReadInPassing on quiet.Story
  expect no ReadInPassing on reads.Story // it can read all of them anyway
}

test "anyone inside" {
  data Click { confidentiality = Moderate }
  data Weather { confidentiality = Low, integrity = Low }
  boundary centre: Datacentre {
    process counter
    store stream: EventStream { authentication = NoAuthentication }
    store locked: EventStream { authentication = Password }
    store quiet: EventStream
    store forecast: EventStream { authentication = NoAuthentication }
    process reports { authentication = NoAuthentication }
    boundary machine: Host {
      process agent
      store beside: EventStream { authentication = NoAuthentication }
    }
  }
  boundary other: Datacentre {
    process caller
    store open: EventStream { authentication = NoAuthentication }
  }
  flow a: counter -> stream { sends = Click }
  flow b: counter -> locked { sends = Click }
  flow c: counter -> quiet { sends = Click }
  flow d: counter -> forecast { sends = Weather }
  flow e: counter -> reports { receives = Click }
  flow f: agent -> beside { sends = Click }
  flow g: counter -> open { sends = Click }
  expect OpenInside on stream
  expect no OpenInside on locked
  expect no OpenInside on quiet
  expect no OpenInside on forecast
  expect OpenInside on reports
  expect no OpenInside on beside
  expect no OpenInside on open
  expect WeakAuthentication on open
}

test "a way in behind relays, and one by which nothing comes out" {
  data Record { confidentiality = High }
  data Price { confidentiality = VeryLow }
  boundary outside: Internet {
    actor eve: Visitor
  }
  process edge: Relay
  process open { authentication = NoAuthentication }
  process quiet
  process shown { authentication = NoAuthentication }
  store records { holds = Record }
  store archive { holds = Record }
  store both { holds = [Record, Price] }
  flow a: eve -> edge
  flow b: edge -> open
  flow c: open -> records
  flow d: edge -> quiet { receives = Record }
  flow e: quiet -> archive { receives = Record }
  flow f: edge -> shown { receives = Price }
  flow g: shown -> both { receives = Price }
  expect UnguardedPath on records
  expect possible UnguardedPath on archive
  expect no UnguardedPath on both
}
