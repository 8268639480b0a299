//! Requests that make a program do something on the wrong person's behalf, or hand it something dangerous.

/// The service opens an address that a caller named, from inside the network: the metadata service, an administration page, a neighbour that trusts it.
threat ServerSideRequestForgery: Stride.ElevationOfPrivilege "The service opens addresses for strangers" {
  on p: FetchesUrls
  when not known(p.addresses_checked) and p.controls has UrlAllowList or not p.addresses_checked
  when given_from_outside(p)
  likelihood = if open_to_strangers(p) then High else Moderate
  impact = High
  mitigated_by = [CheckedAddresses, UrlAllowList, EgressFilter, NetworkSegmentation(strength = 50%)]
  references = ["CWE-918", "CAPEC-664", "T1552.005", "T1190", "A10:2021", "A01:2025", "API7:2023"]
  message = "Callers of {p} choose addresses, perhaps any, that are opened for them."
  detection = "Name an address of your own and see who calls; then the metadata address, a private address, a redirect to one, and one whose name resolves to one."
  false_positives = "The caller chooses only a path below a fixed host, and redirects are not followed."
  remedy = "Compare the host with a list after resolving it, refuse private addresses and redirects, and call out from a place that reaches nothing inside."
  fix "Addresses are checked" { p.addresses_checked = true }
}

/// Another site makes the user's browser send a request, the browser adds the session cookie, and the application believes that the user wanted it.
threat CrossSiteRequestForgery: Stride.Spoofing "Another site acts through the user's browser" {
  on p: WebService
  when p is not ReadyMade
  when not known(p.forgery_refused) and p.controls has AntiCsrfToken or not p.forgery_refused
  when accepts(p, SessionCookie) or accepts(p, BasicAuth)
  when asked_by_users(p)
  likelihood = Moderate
  impact = Moderate
  mitigated_by = [OwnPagesOnly, AntiCsrfToken, SessionProtection(strength = 70%)]
  references = ["CWE-352", "CWE-1275", "CAPEC-62", "T1185", "A01:2021", "A01:2025"]
  message = "Browsers send along by themselves what tells {p} who the user is."
  detection = "From a page on another host, submit a form that changes something while logged in; repeat with each method and content type that is accepted."
  false_positives = "Nothing can be changed through requests that a form or a link can make."
  remedy = "Demand a token that other sites cannot know, mark cookies `SameSite`, and change nothing on GET."
  fix "Forged requests are refused" { p.forgery_refused = true }
}

/// A page of another site opens a socket to the service, the browser sends the cookie along, and the other site talks as the user.
threat WebSocketHijacking: Stride.Spoofing "Another site opens a socket as the user" {
  on f: flow
  when f is WebSocket or f is SecureWebSocket
  when f.target is process
    and is_one_of(SessionCookie, f.target.authentication, f.target.also_accepts)
  when f.target is WebService and not f.target.forgery_refused
  likelihood = Moderate
  impact = Moderate
  mitigated_by = [
    OwnPagesOnly(on = f.target),
    AntiCsrfToken(on = f.target),
    SessionProtection(on = f.target)
  ]
  references = ["CWE-1385", "CAPEC-593", "T1185", "A01:2021", "A01:2025"]
  message = "A cookie alone may open a socket to {f.target}, also for pages of others."
  detection = "Open the socket from a page on another host and see whether the handshake is refused."
  false_positives = "The handshake checks the origin against a list, or wants a token that is not a cookie."
  remedy = "Check the origin at the handshake and ask for a token that is not a cookie."
  fix "Own pages only" { f.target.forgery_refused = true }
}

/// People log in to it and are then sent on to the page that they wanted.
fn returns_after_login(p: process) = p is WebApp
  and p is not ReadyMade
  and (accepts(p, OpenIdConnect) or accepts(p, Password))
  and exists f in p.inflows
    where (from_user(f) and (known(p.targets_listed) or not only_by_staff(f)))

/// A link that seems to lead to this site leads on to another one, which looks the same and asks for the password. Logins are the usual place: they remember where the person wanted to go.
threat OpenRedirect: Stride.Spoofing "Links that seem to lead here lead elsewhere" {
  on p: process
  when p is RedirectsCallers and spoken_to(p) or returns_after_login(p)
  when not p.targets_listed
  likelihood = Moderate
  impact = Low
  mitigated_by = [ListedTargets, UrlAllowList, InputValidation(strength = 50%)]
  references = ["CWE-601", "CAPEC-194", "T1566.002", "A01:2021", "A01:2025"]
  message = "{p} may send browsers on to an address from the request."
  detection = "Put another host, a host after two slashes, and one after an at sign into each parameter that names where to go next."
  false_positives = "Only names from a fixed table are accepted."
  remedy = "Take targets from a table, or accept only paths of this site."
  fix "Only listed targets" { p.targets_listed = true }
}

/// A file from a caller is run, shown as a page of this site, or breaks the program that reads it.
threat UnrestrictedUpload: Stride.ElevationOfPrivilege "Dangerous files are taken in" {
  on p: AcceptsUploads
  when not known(p.uploads_screened) and p.controls has UploadScreening or not p.uploads_screened
  when given_from_outside(p)
  likelihood = if open_to_strangers(p) then High else Moderate
  impact = High
  mitigated_by = [ScreenedUploads, UploadScreening, Sandbox, InputValidation(strength = 30%)]
  references = ["CWE-434", "CAPEC-17", "CAPEC-650", "T1505.003", "A04:2021", "A06:2025"]
  message = "{p} may take dangerous files from its callers."
  detection = "Upload a page with a script, a file with two endings, a picture with an impossible size, and an archive that unpacks to gigabytes."
  false_positives = "Files go unread to an object store on another host, from where they are only ever downloaded."
  remedy = "Give files names of your own, check their content, keep them on another host, and serve them as downloads."
  fix "Files are screened" { p.uploads_screened = true }
}

/// A name such as `../../etc/passwd` leads out of the folder that was meant.
threat PathTraversal: Stride.InformationDisclosure "Names that lead out of the folder" {
  on p: ServesFiles
  when p is not ReadyMade or known(p.input_validation)
  when not p.input_validation
  when given_from_outside(p)
  likelihood = if open_to_strangers(p) then High else Moderate
  impact = High
  mitigated_by = [PathConfinement, InputValidation, Sandbox, Waf(strength = 40%)]
  references = ["CWE-23", "CWE-73", "CAPEC-126", "T1083", "A01:2021", "A01:2025"]
  message = "Whoever sends to {p} from outside names the files that are looked for."
  detection = "Ask for names with dots, slashes of both kinds, encoded twice, absolute ones, and through a link inside an archive."
  false_positives = "Names are keys of a table or an object store, never paths of a file system."
  remedy = "Use keys instead of paths, or resolve the name first and refuse what leads out of the folder."
  fix "Input is validated" { p.input_validation = true }
}

/// Bytes from a caller name classes to build, and building some of them runs code.
threat UnsafeDeserialization: Stride.ElevationOfPrivilege "Objects from strangers come to life" {
  on p: DeserializesObjects
  when p is not ReadyMade or known(p.classes_listed)
  when not known(p.classes_listed) and p.controls has SafeParsing or not p.classes_listed
  when given_from_outside(p)
  likelihood = Moderate
  impact = VeryHigh
  mitigated_by = [
    ListedClasses,
    SafeParsing,
    Sandbox,
    DependencyScanning(strength = 30%),
    MessageSigning(on = p.inflows)
  ]
  references = ["CWE-502", "CAPEC-586", "T1190", "T1203", "A08:2021", "A08:2025"]
  message = "Bytes from callers of {p} are turned into objects, perhaps of any class."
  detection = "Find the calls that read native object formats; feed them a known chain of harmless classes for the libraries in use."
  false_positives = "The format can express only numbers, texts, lists and maps."
  remedy = "Read a plain format with a fixed schema; where that cannot be, sign the bytes and list the classes."
  fix "Classes are listed" { p.classes_listed = true }
}

/// An XML document names other documents, on the disk or in the network, and the parser fetches them; or it unfolds to gigabytes.
threat XmlExternalEntities: Stride.InformationDisclosure "XML that fetches other documents" {
  on p: ParsesXml
  when p is not ReadyMade or known(p.entities_off)
  when not known(p.entities_off) and p.controls has SafeParsing or not p.entities_off
  when given_from_outside(p)
  likelihood = Moderate
  impact = High
  mitigated_by = [NoEntities, SafeParsing, EgressFilter(strength = 40%)]
  references = ["CWE-611", "CWE-776", "CAPEC-221", "CAPEC-197", "T1190", "A05:2021", "A02:2025"]
  message = "{p} may fetch what XML of its callers names."
  detection = "Send a document with an external entity that points to a host of yours, inside office files and pictures too."
  false_positives = "The parser is one that cannot resolve entities."
  remedy = "Switch document types and external entities off in the parser, and limit the size."
  fix "Entities are off" { p.entities_off = true }
}

/// Somebody else's program reports, and nothing on the way proves that it is them.
fn unproven_event(f: flow) = f.source is process
  and f.source is not Relay
  and f.source is not ClientApp
  and f.source.external
  and not f.authenticated

/// Something of what the first brings may go on in the second.
fn hands_on(first: flow, second: flow) = not known(first.sends)
  or not known(second.sends)
  or exists d in first.sends where (second.sends has d)

/// Anyone who finds the address can report a payment, a delivery or a commit that never happened.
threat UnverifiedWebhook: Stride.Spoofing "Made-up events are believed" {
  on p: ReceivesWebhooks
  when not p.external
  when exists f in p.inflows
    where (unproven_event(f)
      or f.source is Relay
        and exists g in f.source.inflows
          where (hands_on(g, f)
            and (unproven_event(g)
              or g.source is Relay
                and exists h in g.source.inflows where (unproven_event(h) and hands_on(h, g)))))
  likelihood = Moderate
  impact = High
  mitigated_by = [
    MessageSigning(on = p.inflows),
    MessageSigning(on = p.inflows.source.inflows),
    MessageSigning(on = behind(ways_in(p))),
    MutualTls(on = p.inflows),
    MutualTls(on = p.inflows.source.inflows),
    NetworkSegmentation(strength = 40%)
  ]
  references = ["CWE-940", "CAPEC-194", "T1199", "A08:2021", "A08:2025", "API10:2023"]
  message = "Events from outside may be acted on by {p} without proof of who sent them."
  detection = "Replay a recorded event, change its amount, and send it from another address, with an old signature and with none."
  false_positives = "An event is only a hint: what happened is then asked of its source."
  remedy = "Check the sender's signature over the whole body and its time before reading it."
}

/// A recorded event is sent again, or comes twice by itself, and the parcel is sent, the account credited, once more.
threat ReplayedEvent: Stride.Tampering "One event counts twice" {
  on p: ReceivesWebhooks
  when not p.external and not p.replay_checked
  when exists f in p.inflows
    where (known(f.sends)
      and exists d in f.sends where (known(d.integrity) and d.integrity >= Moderate))
  likelihood = Moderate
  impact = Moderate
  mitigated_by = [Deduplication]
  references = ["CWE-294", "CAPEC-60"]
  message = "{p} may act twice on one event."
  detection = "Send a recorded event again at once, after an hour, and twice at the same moment."
  false_positives = "Events only say that something changed, and the state is then asked for."
  remedy = "Keep the numbers of events that were handled, refuse old ones by their signed time, and make handling them twice harmless."
  fix "Count each once" { p.replay_checked = true }
}

/// Receivers cannot tell our events from made-up ones, so anyone can make our customers' systems act.
threat UnsignedEvent: Stride.Spoofing "Our events can be made up" {
  on p: SendsWebhooks
  when not p.external and not p.events_signed
  likelihood = Moderate
  impact = Moderate
  mitigated_by = [SignedEvents, MutualTls(on = p.outflows)]
  references = ["CWE-353", "CAPEC-194", "T1199"]
  message = "Receivers of events from {p} cannot check where they are from."
  detection = "Read what the documentation tells receivers to check; send one of them a made-up event."
  false_positives = "Events say only that something changed, and receivers ask us what."
  remedy = "Sign each event and its time with a secret of that receiver, and give receivers code that checks both."
  fix "Sign events" { p.events_signed = true }
}

/// It must be right, and nothing but the receiver's check makes it so; tokens carry their own proof.
fn chosen_by_sender(d: data) = d is not Credentials and d is not Secret and d.integrity >= High

/// Prices, roles or states that the client sent are taken for true, although the client's owner can change them.
threat TrustedClientValues: Stride.Tampering "Values from the client are believed" {
  on f: flow
  when from_user(f) and f.target is process and f.target is not Relay and f.target is not ReadyMade
  when not f.target.external and not f.target.input_validation
  when known(f.sends) and exists d in f.sends where (chosen_by_sender(d))
  when not only_by_staff(f)
  likelihood = Moderate
  impact = if exists d in f.sends where (known(d.integrity) and chosen_by_sender(d))
      then max([d.integrity for d in f.sends where (known(d.integrity) and chosen_by_sender(d))])
    else High
  mitigated_by = [InputValidation(on = f.target), MessageSigning]
  references = ["CWE-472", "CWE-915", "CAPEC-22", "T1565.002", "A04:2021", "A06:2025", "API3:2023"]
  message = "Values that must be right reach {f.target} from {f.source}, where the sender can choose them."
  detection = "Change each value in a recorded request: price, quantity, owner, state, role; add fields that only administrators set."
  false_positives = "The server computes every value again from its own data."
  remedy = "Compute prices, owners, roles and states on the server, and take from the client only what it may choose."
}
