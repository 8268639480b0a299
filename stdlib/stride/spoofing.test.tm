//! Spoofing: what fires, what stays silent.

test "a password can be stolen, a passkey cannot" {
  actor alice
  actor bob
  actor carol
  actor dora
  actor erna
  process shop { authentication = Password, second_factor = AppCode }
  process asked { authentication = Password }
  process guarded { authentication = Password, second_factor = SecurityKey }
  process treated { authentication = Password, apply MultiFactor }
  process bank { authentication = Passkey }
  flow to_asked: carol -> asked
  flow to_guarded: dora -> guarded
  flow to_treated: erna -> treated
  expect possible ImpersonatedUser on carol
  expect no ImpersonatedUser on dora
  expect ImpersonatedUser on erna
  flow to_shop: alice -> shop
  flow to_bank: bob -> bank
  expect ImpersonatedUser on alice
  expect no ImpersonatedUser on bob
}

test "one fixed key, one threat" {
  actor eve
  actor mallory
  process api { authentication = ApiKey }
  external process elsewhere
  flow a: eve -> api
  flow b: mallory -> elsewhere
  expect WeakAuthentication on api
  expect no ImpersonatedUser on eve
  expect no RepudiatedAction on eve
  expect no ImpersonatedUser on mallory // nobody here can say how others know people
}

test "nobody knows yet how a user is identified" {
  actor alice
  process shop
  flow f: alice -> shop
  expect possible ImpersonatedUser on alice
  expect possible WeakAuthentication on shop
}

test "serving anyone is weak, tokens are not" {
  actor alice
  process api { authentication = NoAuthentication }
  process vault { authentication = OAuth2 }
  store files { authentication = ApiKey }
  flow a: alice -> api
  flow b: alice -> vault
  flow c: alice -> files
  expect WeakAuthentication on api
  expect no WeakAuthentication on vault
  expect WeakAuthentication on files
}

test "a caller proven by the transport needs no more" {
  actor operator
  process host { authentication = NoAuthentication }
  flow f: operator -> host over Ssh
  expect no WeakAuthentication on host
}

test "behind the same wall as its only caller" {
  process api
  store db { authentication = NoAuthentication }
  flow f: api -> db
  expect no WeakAuthentication on db
}

test "a second factor at the door lowers the risk of the one who goes through it" {
  actor alice
  actor bob
  process shop { authentication = Password }
  process bank { authentication = Password, apply MultiFactor }
  flow a: alice -> shop
  flow b: bob -> bank
  expect residual(alice) == inherent(alice)
  expect residual(bob) < inherent(bob)
}

test "a store that a person talks to" {
  data Card { confidentiality = High }
  actor eve
  store db
  flow f: eve -> db over Http { sends = Card }
  expect CleartextTransport on f
  expect possible WeakAuthentication on db
}

test "relays and apps hand on what others ask, so the question is for what stands behind them" {
  data Order { integrity = Moderate }
  boundary outside: Internet {
    actor alice
    actor bob
    boundary phone: UserDevice {
      process app: ClientApp
    }
  }
  boundary inside: PrivateNetwork {
    process edge: Relay
    process shop { authentication = NoAuthentication, input_validation = false }
    process bank { authentication = Passkey, input_validation = true }
  }
  flow a: alice -> edge { sends = Order }
  flow b: edge -> shop { sends = Order }
  flow c: bob -> app
  flow d: app -> bank
  expect no WeakAuthentication on edge
  expect WeakAuthentication on shop
  expect no ImpersonatedUser on alice // there is nothing to steal
  expect RepudiatedAction on alice
  expect no ImpersonatedUser on bob
  expect no UnvalidatedInput on edge
  expect UnvalidatedInput on shop
  expect no DenialOfService on app
  expect possible DenialOfService on bank
  expect no AlteredInTransit on c
}

test "a second way in counts, too" {
  actor alice
  actor bob
  process shop { authentication = Passkey, also_accepts = [SessionCookie, ApiKey] }
  process bank { authentication = Passkey, also_accepts = SessionCookie }
  process post { authentication = Passkey, also_accepts = Password }
  process portal {
    authentication = Password,
    also_accepts = [SessionCookie, ApiKey],
    second_factor = AppCode,
    apply MultiFactor
  }
  store files { authentication = ClientCertificate, also_accepts = ApiKey }
  flow a: alice -> shop
  flow b: bob -> bank
  flow c: alice -> post
  flow d: alice -> files
  flow e: alice -> portal
  expect WeakAuthentication on shop
  expect WeakAuthentication on files
  expect WeakAuthentication on portal
  expect no WeakAuthentication on bank
  expect no WeakAuthentication on post
  expect ImpersonatedUser on alice
  expect no ImpersonatedUser on bob
}

test "visitors have no account" {
  boundary outside: Internet {
    actor reader: Visitor
    actor member
  }
  boundary inside: PrivateNetwork {
    process edge: Relay
    process mixed_edge: Relay
    process pages { authentication = NoAuthentication }
    process leaflets { authentication = NoAuthentication }
    process forum { authentication = NoAuthentication }
  }
  flow a: reader -> pages
  flow b: reader -> edge
  flow c: edge -> leaflets
  flow d: reader -> mixed_edge
  flow e: member -> mixed_edge
  flow f: mixed_edge -> forum
  expect no ImpersonatedUser on reader
  expect no RepudiatedAction on reader
  expect no WeakAuthentication on pages
  expect no WeakAuthentication on leaflets
  expect WeakAuthentication on forum
  expect no ImpersonatedUser on member
}

test "encrypted to whoever answers" {
  data Account { confidentiality = High, integrity = High }
  data Motd { confidentiality = VeryLow, integrity = Low }
  boundary dmz: Dmz {
    process api
  }
  boundary inside: PrivateNetwork {
    process peer
    store db
    store news
  }
  flow unchecked: api -> db over PostgresWire {
    encrypted,
    server_verified = false,
    sends = Account
  }
  flow checked: api -> db over PostgresWire { encrypted, server_verified, sends = Account }
  flow unsure: api -> db over PostgresWire { encrypted, sends = Account }
  flow web: api -> peer over Https { sends = Account }
  flow careless: api -> peer over Https { sends = Account, server_verified = false }
  flow mutual: api -> db over PostgresWire { encrypted, authenticated, sends = Account }
  flow small: api -> news over PostgresWire { encrypted, server_verified = false, sends = Motd }
  flow near: peer -> db over PostgresWire { encrypted, server_verified = false, sends = Account }
  expect UncheckedServer on unchecked
  expect no UncheckedServer on checked
  expect possible UncheckedServer on unsure
  expect no UncheckedServer on web
  expect UncheckedServer on careless
  expect no UncheckedServer on mutual
  expect no UncheckedServer on small
  expect no UncheckedServer on near
}

test "a second factor that is stated counts like one that is applied" {
  boundary outside: Internet {
    actor alice
    actor bob
    actor carol
    actor dora
  }
  boundary inside: PrivateNetwork {
    process edge: Relay
    process bare { authentication = Password, second_factor = NoSecondFactor }
    process codes { authentication = Password, second_factor = AppCode }
    process keys { authentication = Password, second_factor = SecurityKey }
    process behind { authentication = Password, second_factor = AppCode }
  }
  flow a: alice -> bare
  flow b: bob -> codes
  flow c: carol -> keys
  flow d: dora -> edge
  flow e: edge -> behind
  expect ImpersonatedUser on alice
  expect ImpersonatedUser on bob
  expect ImpersonatedUser on dora
  expect no ImpersonatedUser on carol
  expect inherent(bob) < inherent(alice)
  expect inherent(dora) == inherent(bob)
}

test "nothing to prove where everything is for the public" {
  data Notice { confidentiality = VeryLow, integrity = High }
  data Vote { confidentiality = VeryLow, integrity = High }
  data Diary { confidentiality = High, integrity = Low }
  actor alice
  process board { authentication = NoAuthentication }
  process ballot { authentication = NoAuthentication }
  process shelf { authentication = NoAuthentication }
  flow a: alice -> board { receives = Notice }
  flow b: alice -> ballot { sends = Vote }
  flow c: alice -> shelf { receives = Diary }
  expect no WeakAuthentication on board
  expect WeakAuthentication on ballot
  expect WeakAuthentication on shelf
}

test "a person behind a relay is known by what they themselves ask for" {
  data Login: Credentials
  data Leaflet
  actor member
  process edge: Relay
  process club { authentication = Passkey }
  process pages { authentication = NoAuthentication }
  flow a: member -> edge { sends = Login }
  flow b: edge -> club { sends = Login }
  flow c: edge -> pages { receives = Leaflet }
  expect no ImpersonatedUser on member
  expect no RepudiatedAction on member
}

test "a server that is stated to go unchecked" {
  data Shell { confidentiality = Moderate, integrity = Moderate }
  boundary left: Datacentre {
    process ruler
  }
  boundary right: Datacentre {
    process worker
    process other
  }
  flow a: ruler -> worker over Https { server_verified = false, receives = Shell }
  flow b: ruler -> other over Https { receives = Shell }
  expect UncheckedServer on a
  expect no UncheckedServer on b
}

test "nearly public, and links that were signed" {
  data Firmware { confidentiality = Low, integrity = VeryHigh }
  data Photo { confidentiality = High, integrity = High }
  boundary outside: Internet {
    process device
    process browser
  }
  boundary inside: PrivateNetwork {
    process downloads { authentication = NoAuthentication }
    process uploads { authentication = NoAuthentication }
    store photos
    store others
  }
  flow a: device -> downloads { receives = Firmware }
  flow b: device -> uploads { sends = Firmware }
  flow c: browser -> photos over SignedLink { sends = Photo }
  flow d: browser -> others { sends = Photo }
  expect WeakAuthentication on downloads
  expect WeakAuthentication on uploads
  expect inherent(downloads) < inherent(uploads)
  expect no WeakAuthentication on photos
  expect possible WeakAuthentication on others
}

test "how likely and how bad are told of the same conversation" {
  data Picture { confidentiality = Low, integrity = Low }
  data Order { confidentiality = Moderate, integrity = High }
  boundary outside: Internet {
    process page
  }
  boundary office: OfficeNetwork {
    process desk
  }
  boundary inside: PrivateNetwork {
    store bucket { authentication = ApiKey }
    store orders { authentication = ApiKey }
    store pictures { authentication = ApiKey }
  }
  // strangers read pictures, the office writes orders
  flow a: page -> bucket { receives = Picture }
  flow b: desk -> bucket { sends = Order, encrypted }
  flow c: page -> orders { receives = Order, encrypted }
  flow d: page -> pictures { receives = Picture }
  expect WeakAuthentication on bucket
  expect WeakAuthentication on orders
  expect WeakAuthentication on pictures
  expect inherent(pictures) < inherent(bucket)
  expect inherent(bucket) < inherent(orders)
}

test "a person behind two programs that hand on" {
  data Order { integrity = High }
  boundary street: Internet {
    actor alice: User
    actor bob: User
    process app: ClientApp
    process other_app: ClientApp
  }
  process lb: Relay
  process other_lb: Relay
  process api { authentication = Password, second_factor = NoSecondFactor }
  process keyed { authentication = ClientCertificate }
  flow alice -> app { sends = Order }
  flow app -> lb { sends = Order }
  flow lb -> api { sends = Order }
  flow bob -> other_app { sends = Order }
  flow other_app -> other_lb { sends = Order }
  flow other_lb -> keyed { sends = Order }
  expect ImpersonatedUser on alice
  expect no ImpersonatedUser on bob
}

test "visitors behind two relays are nobody to tell apart" {
  boundary street: Internet {
    actor eve: Visitor
    actor alice: User
  }
  process cdn: Relay
  process lb: Relay
  process other_lb: Relay
  process site { authentication = NoAuthentication }
  process shop { authentication = NoAuthentication }
  flow eve -> cdn
  flow cdn -> lb
  flow lb -> site
  flow alice -> other_lb
  flow other_lb -> shop
  expect no WeakAuthentication on site
  expect WeakAuthentication on shop
}

test "logins of people and certificates of programs, in place" {
  actor alice
  process api { apply PersonalLogins }
  process inner { apply CertificateLogins }
  process quiet
  store files { apply WorkloadLogins }
  flow a: alice -> api
  flow b: alice -> inner
  flow c: alice -> files
  flow d: alice -> quiet
  expect no WeakAuthentication on api
  expect no WeakAuthentication on inner
  expect no WeakAuthentication on files
  expect possible WeakAuthentication on quiet
}

test "a file on the machine of those who use it has no login" {
  data Key: Secret { confidentiality = High }
  boundary machine: Host {
    boundary box: Container {
      process hub
    }
    store files { holds = Key }
    store open { holds = Key, authentication = NoAuthentication }
    process beside
  }
  store far { holds = Key }
  flow hub -> files { receives = Key }
  flow hub -> open { receives = Key }
  flow hub -> beside { sends = Key }
  flow hub -> far { receives = Key }
  expect no WeakAuthentication on files
  expect WeakAuthentication on open
  expect possible WeakAuthentication on beside
  expect possible WeakAuthentication on far
}

test "where little hangs on who asks, it is told and not asked" {
  data Figure { confidentiality = Low, integrity = Low }
  data Order { confidentiality = Low, integrity = High }
  boundary ours: PrivateNetwork {
    process watcher
  }
  boundary other: PrivateNetwork {
    process quiet
    process open { authentication = NoAuthentication }
    process ordered
    process unsaid
  }
  flow watcher -> quiet { receives = Figure }
  flow watcher -> open { receives = Figure }
  flow watcher -> ordered { sends = Order }
  flow watcher -> unsaid
  expect no WeakAuthentication on quiet
  expect WeakAuthentication on open
  expect possible WeakAuthentication on ordered
  expect possible WeakAuthentication on unsaid
}

test "requests that are signed where the store is not open" {
  data Order { confidentiality = High }
  process job
  boundary ours: PrivateNetwork {
    store closed: SignedRequests { holds = Order, public_access = false }
    store open: SignedRequests { holds = Order, public_access = true }
    store quiet: SignedRequests { holds = Order }
    store anonymous: SignedRequests {
      holds = Order
      public_access = false
      authentication = NoAuthentication
    }
    store database { holds = Order, public_access = false }
  }
  flow job -> closed { receives = Order }
  flow job -> open { receives = Order }
  flow job -> quiet { receives = Order }
  flow job -> anonymous { receives = Order }
  flow job -> database { receives = Order }
  expect no WeakAuthentication on closed
  expect possible WeakAuthentication on open
  expect possible WeakAuthentication on quiet
  expect WeakAuthentication on anonymous
  expect possible WeakAuthentication on database
}
