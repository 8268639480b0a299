//! Requests on the wrong person's behalf: what fires, what stays silent.

test "addresses" {
  actor alice: User
  process preview: WebService + FetchesUrls { addresses_checked = false }
  process asked: WebService + FetchesUrls
  process checked: WebService + FetchesUrls { addresses_checked = true }
  process treated: WebService + FetchesUrls { apply UrlAllowList }
  process plain: WebService
  flow a: alice -> preview
  flow b: alice -> plain
  flow c: alice -> asked
  flow d: alice -> checked
  flow e: alice -> treated
  expect ServerSideRequestForgery on preview
  expect possible ServerSideRequestForgery on asked
  expect no ServerSideRequestForgery on checked
  expect ServerSideRequestForgery on treated // with its risk
  expect residual(treated) < inherent(treated)
  expect no ServerSideRequestForgery on plain
}

test "cookies travel by themselves, tokens do not" {
  actor alice: User
  process site: WebApp { authentication = SessionCookie, forgery_refused = false }
  process refusing: WebApp { authentication = SessionCookie, forgery_refused = true }
  process asked: WebApp { authentication = SessionCookie }
  process treated: WebApp { authentication = SessionCookie, apply AntiCsrfToken }
  process api: WebService { authentication = SignedToken }
  process quiet: WebService
  flow a: alice -> site
  flow d: alice -> refusing
  flow e: alice -> asked
  flow f: alice -> treated
  flow b: alice -> api
  flow c: alice -> quiet
  expect CrossSiteRequestForgery on site
  expect no CrossSiteRequestForgery on api
  expect no CrossSiteRequestForgery on refusing
  expect possible CrossSiteRequestForgery on asked
  expect CrossSiteRequestForgery on treated
  expect residual(treated) < inherent(treated)
  expect no CrossSiteRequestForgery on quiet
}

test "sockets" {
  actor alice: User
  process chat: WebService { authentication = SessionCookie, forgery_refused = false }
  process feed: WebService { authentication = SignedToken }
  process careful: WebService { authentication = SessionCookie, apply OwnPagesOnly }
  process quiet: WebService { authentication = SessionCookie }
  flow a: alice -> chat over SecureWebSocket
  flow b: alice -> feed over SecureWebSocket
  flow c: alice -> careful over SecureWebSocket
  flow d: alice -> quiet over SecureWebSocket
  expect WebSocketHijacking on a
  expect no WebSocketHijacking on c
  expect possible WebSocketHijacking on d
  expect no WebSocketHijacking on b
}

test "redirects" {
  actor alice: User
  process login: WebApp + RedirectsCallers { targets_listed = false }
  process unsure: WebApp + RedirectsCallers
  process plain: WebApp
  process table: WebApp + RedirectsCallers { targets_listed = true }
  process members: WebApp { authentication = Password }
  process listed: WebApp { authentication = Password, targets_listed = true }
  process api: WebService { authentication = Password }
  flow a: alice -> login
  flow b: alice -> plain
  flow c: alice -> table
  flow d: alice -> members
  flow e: alice -> listed
  flow f: alice -> api
  flow g: alice -> unsure
  expect possible OpenRedirect on unsure
  expect OpenRedirect on login
  expect no OpenRedirect on plain
  expect no OpenRedirect on table
  expect possible OpenRedirect on members
  expect no OpenRedirect on listed
  expect no OpenRedirect on api
}

test "uploads" {
  actor alice: User
  process photos: WebService + AcceptsUploads { uploads_screened = false }
  process screened: WebService + AcceptsUploads { uploads_screened = true }
  process quiet: WebService + AcceptsUploads
  process treated: WebService + AcceptsUploads { apply UploadScreening }
  process plain: WebService
  flow a: alice -> photos
  flow b: alice -> plain
  flow c: alice -> screened
  flow d: alice -> quiet
  flow e: alice -> treated
  expect no UnrestrictedUpload on screened
  expect possible UnrestrictedUpload on quiet
  expect UnrestrictedUpload on treated
  expect residual(treated) < inherent(treated)
  expect UnrestrictedUpload on photos
  expect no UnrestrictedUpload on plain
}

test "paths" {
  actor alice: User
  process manuals: WebService + ServesFiles { input_validation = false }
  process checked: WebService + ServesFiles { input_validation = true }
  flow a: alice -> manuals
  flow b: alice -> checked
  expect PathTraversal on manuals
  expect no PathTraversal on checked
}

test "objects" {
  actor alice: User
  process legacy: WebService + DeserializesObjects { classes_listed = false }
  process lonely: WebService + DeserializesObjects { classes_listed = false }
  process asked: WebService + DeserializesObjects
  process listed: WebService + DeserializesObjects { classes_listed = true }
  process treated: WebService + DeserializesObjects { apply SafeParsing }
  flow a: alice -> legacy
  flow b: alice -> asked
  flow c: alice -> listed
  flow d: alice -> treated
  expect UnsafeDeserialization on legacy
  expect possible UnsafeDeserialization on asked
  expect no UnsafeDeserialization on listed
  expect UnsafeDeserialization on treated
  expect residual(treated) < inherent(treated)
  expect no UnsafeDeserialization on lonely
}

test "XML" {
  actor alice: User
  process import: WebService + ParsesXml { entities_off = false }
  process strict: WebService + ParsesXml { entities_off = true }
  process quiet: WebService + ParsesXml
  process plain: WebService
  flow a: alice -> import
  flow b: alice -> plain
  flow c: alice -> strict
  flow d: alice -> quiet
  expect no XmlExternalEntities on strict
  expect possible XmlExternalEntities on quiet
  expect XmlExternalEntities on import
  expect no XmlExternalEntities on plain
}

test "webhooks" {
  external process payments: PaymentProvider
  process shop: WebService + ReceivesWebhooks
  process careful: WebService + ReceivesWebhooks
  process quiet: WebService + ReceivesWebhooks
  flow a: payments -> shop { authenticated = false }
  flow b: payments -> careful { authenticated = true }
  flow c: payments -> quiet
  expect UnverifiedWebhook on shop
  expect no UnverifiedWebhook on careful
  expect possible UnverifiedWebhook on quiet
}

test "prices" {
  data Price { integrity = High }
  actor alice: Customer
  process shop: WebService { input_validation = false }
  process careful: WebService { input_validation = true }
  flow a: alice -> shop { sends = Price }
  flow b: alice -> careful { sends = Price }
  expect TrustedClientValues on a
  expect no TrustedClientValues on b
}

test "what others do with what they are sent is theirs to check" {
  data Price { integrity = High }
  actor alice: Customer
  external process market: WebService { input_validation = false }
  process shop: WebService { input_validation = false }
  flow a: alice -> market { sends = Price }
  flow b: alice -> shop { sends = Price }
  expect no TrustedClientValues on a
  expect TrustedClientValues on b
}

test "events through a relay" {
  boundary others: PartnerNetwork {
    external process carrier
    external process signer
  }
  boundary inside: PrivateNetwork {
    process ingress: Relay
    process gate: Relay
    process intake: ReceivesWebhooks
    process known: ReceivesWebhooks
  }
  flow a: carrier -> ingress { authenticated = false }
  flow b: ingress -> intake { authenticated = true }
  flow c: signer -> gate { authenticated = true }
  flow d: gate -> known
  expect UnverifiedWebhook on intake
  expect no UnverifiedWebhook on known
}

test "a cookie after a login by password" {
  actor alice: User
  process site: WebApp {
    authentication = Password,
    also_accepts = SessionCookie,
    forgery_refused = false,
    session_renewed = false,
    guesses_limited = false
  }
  process api: WebService { authentication = OAuth2, also_accepts = SignedToken }
  flow a: alice -> site
  flow b: alice -> api
  expect CrossSiteRequestForgery on site
  expect SessionFixation on site
  expect BruteForce on site
  expect no CrossSiteRequestForgery on api
  expect no SessionFixation on api
  expect no BruteForce on api
}

test "events that come twice" {
  data Paid { integrity = High }
  data Hint { integrity = VeryLow }
  external process partner
  process twice: ReceivesWebhooks { replay_checked = false }
  process once: ReceivesWebhooks { apply Deduplication }
  process quiet: ReceivesWebhooks
  process hints: ReceivesWebhooks { replay_checked = false }
  flow a: partner -> twice { sends = Paid }
  flow b: partner -> once { sends = Paid }
  flow c: partner -> quiet { sends = Paid }
  flow d: partner -> hints { sends = Hint }
  expect ReplayedEvent on twice
  expect no ReplayedEvent on once
  expect possible ReplayedEvent on quiet
  expect no ReplayedEvent on hints
}

test "events that we send" {
  process open: SendsWebhooks { events_signed = false }
  process signed: SendsWebhooks { apply SignedEvents }
  process quiet: SendsWebhooks
  expect UnsignedEvent on open
  expect no UnsignedEvent on signed
  expect possible UnsignedEvent on quiet
}

test "tokens carry their own proof" {
  data Token: Credentials { integrity = VeryHigh }
  data Price { integrity = High }
  data Unsaid
  actor alice: User
  process api: WebService { input_validation = false }
  flow a: alice -> api { sends = Token }
  process shop: WebService { input_validation = false }
  flow b: alice -> shop { sends = [Token, Price] }
  process other: WebService { input_validation = false }
  flow c: alice -> other { sends = Unsaid }
  expect no TrustedClientValues on a
  expect TrustedClientValues on b
  expect possible TrustedClientValues on c
}

test "a relay for several senders" {
  data Scan { integrity = Moderate }
  data Order { integrity = High }
  external process scanner
  external process shop
  process ingress: Relay
  process intake: ReceivesWebhooks
  process other: ReceivesWebhooks
  flow a: scanner -> ingress { authenticated = true, sends = Scan }
  flow b: shop -> ingress { authenticated = false, sends = Order }
  flow c: ingress -> intake { sends = Scan }
  flow d: ingress -> other { sends = Order }
  expect no UnverifiedWebhook on intake
  expect UnverifiedWebhook on other
}

test "what colleagues send behind a relay is theirs to choose" {
  data Price { integrity = High }
  actor clerk: Employee
  actor alice: User
  process lb: LoadBalancer
  process edge: LoadBalancer
  process desk: WebService { input_validation = false }
  process shop: WebService { input_validation = false }
  flow a: clerk -> lb { sends = Price }
  flow b: lb -> desk { sends = Price }
  flow c: alice -> edge { sends = Price }
  flow d: edge -> shop { sends = Price }
  expect no TrustedClientValues on b
  expect TrustedClientValues on d
}

test "events through two relays" {
  boundary others: PartnerNetwork {
    external process carrier
    external process signer
  }
  boundary inside: PrivateNetwork {
    process edge: Relay
    process ingress: Relay
    process other_edge: Relay
    process other_ingress: Relay
    process intake: ReceivesWebhooks
    process known: ReceivesWebhooks
  }
  flow a: carrier -> edge { authenticated = false }
  flow b: edge -> ingress
  flow c: ingress -> intake
  flow d: signer -> other_edge { authenticated = true }
  flow e: other_edge -> other_ingress
  flow f: other_ingress -> known
  expect UnverifiedWebhook on intake
  expect no UnverifiedWebhook on known
}
