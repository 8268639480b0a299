//! Exposure: who can reach what, directly and over several steps.

/// It is only read, and what is read there does little harm to whoever reads it: pictures, scripts and pages that everybody sees.
fn only_shown(f: flow) = count(f.sends) == 0 and all d in f.receives where d.confidentiality <= Low

/// Nothing that it holds does more than little harm if the wrong people read it.
fn holds_little(s: store) = known(s.holds) and all d in s.holds where d.confidentiality <= Low

/// It is stated that anyone on the internet may connect, and nobody but us says so.
fn stated_open(s: store) = s is not HostedStore
  and known(s.public_access)
  and s.public_access
  and not holds_little(s)

/// The store answers the internet itself: one guessed password, one hole in it, one forgotten rule, and everything it holds is gone.
threat StoreOnTheInternet: Stride.InformationDisclosure "A store that answers the internet" {
  on s: store
  when s is not ServesClients
  when stated_open(s)
    or exists f in s.inflows
      where (opened_by_strangers(f)
        and f.source is not ClientApp
        and not (only_shown(f) and holds_little(s)))
  likelihood = High
  impact = if known(s.holds) then max(s.holds.confidentiality) else High
  mitigated_by = [NetworkSegmentation, StrongAuthentication(strength = 60%), LeastPrivilege]
  references = ["CWE-1327", "CWE-552", "CAPEC-1", "T1190", "T1530", "A05:2021", "A02:2025"]
  message = "{s} can be reached from the internet without a program of ours in between."
  detection = "From outside, open a connection to the store's address and port."
  false_positives = "What it holds is meant for the public, and nothing can be written from outside."
  remedy = "Take the store off the internet and put a program with checks of its own in front."
}

/// It stops nobody: it only hands on, or asks for nothing that a stranger lacks.
fn stops_nobody(n: node) = n is process and (n is PassesOn or weak(n.authentication))

/// The data comes from the store to the person by way of such programs alone, or nobody has said what some of them tell.
fn may_come_to(s: store, d: data, a: actor) = not known(
    s reaches a carrying d through p where (stops_nobody(p))
  )
  or s reaches a carrying d through p where (stops_nobody(p))

/// A program of ours that serves whoever asks, with a login of its own at what it asks.
fn serves_all(n: node) = n is process and n is not PassesOn and weak(n.authentication)

/// It comes to some stranger so. One search finds out for all of them, before each is looked at.
fn comes_to_strangers(s: store, d: data) = not known(
    exists a: actor
      where (known(a.trust)
        and a.trust == Untrusted
        and s reaches a carrying d through p where (stops_nobody(p)))
  )
  or exists a: actor
    where (known(a.trust)
      and a.trust == Untrusted
      and s reaches a carrying d through p where (stops_nobody(p)))

/// From the internet to sensitive data there is a way on which every program lets anyone through, the last one with a login of its own at the store.
/// Each step looks harmless by itself.
threat UnguardedPath: Stride.ElevationOfPrivilege "A way in with no lock on it" {
  on s: store
  when not exists b in s.boundaries where (b is UserDevice or b is Browser)
  when exists d in s.holds where d.confidentiality >= High
  when exists f in s.inflows
    where (serves_all(f.source)
      or f.source is Relay and exists g in inward(f) where (serves_all(g.source)))
  when exists d in s.holds where (d.confidentiality >= High and comes_to_strangers(s, d))
  when exists a: actor
    where (known(a.trust)
      and a.trust == Untrusted
      and exists d in s.holds where (d.confidentiality >= High and may_come_to(s, d, a))
      and a reaches s through p where (stops_nobody(p)))
  likelihood = High
  impact = max(s.holds.confidentiality)
  mitigated_by = [StrongAuthentication, NetworkSegmentation(strength = 50%)]
  references = ["CWE-306", "CAPEC-115", "T1190", "T1210", "A01:2021", "A01:2025"]
  message = "Strangers can get to {s} through programs that ask nobody who they are."
  detection = "Follow the path in the proof, step by step, without credentials."
  false_positives = "One of the steps passes on only requests that another system has checked."
  remedy = "Let at least one program on the way ask who is calling, best the one nearest to the data."
}

/// A key or login that goes to one outside party only is most likely from that party itself: it is sent there to be let in.
fn sent_to_issuer(d: data) = (d is Secret or d is Credentials)
  and count([f.target for f in d.carried_by where (f.target.external and f.sends has d)]) <= 1

/// Data of high confidentiality travels from the store, over however many steps, to a system that belongs to someone else.
threat ThirdPartyDisclosure: Stride.InformationDisclosure "Sensitive data reaches a third party" {
  on s: store
  each d in s.holds
  when not s.external and (s is not KeepsInside or s is SecretsVault)
  when d.confidentiality >= High and not sent_to_issuer(d)
  when exists x: process where (x.external and can_read(x, d) and s reaches x carrying d)
  likelihood = Low
  impact = d.confidentiality
  mitigated_by = [
    DataMinimization,
    Tokenization,
    Pseudonymization,
    EgressFilter(strength = 20%, on = s.boundaries)
  ]
  references = ["CWE-359", "CWE-212", "CAPEC-410", "T1199", "T1567"]
  message = "A system of someone else receives {d} from {s}."
  detection = "Read the contract and what is really sent: record a day of the last flow of the path and look for each field."
  false_positives = "The third party needs each field for what it does for us, and a contract binds it."
  remedy = "Send the fewest fields that do the job, replace names by tokens, and write down by contract what the receiver may do."
}

/// It comes to the program in a form that the program can read.
fn comes_readable(p: process, d: data) = exists f in p.inflows
  where (known(f.sends) and f.sends has d and not (f.controls has EndToEndEncryption))

/// The program writes it where it lies encrypted, and does not read it there again.
fn encrypts_afterwards(p: process, d: data) = exists f in p.outflows
    where (f.target is store
      and known(f.sends)
      and f.sends has d
      and known(f.target.encryption_at_rest)
      and f.target.encryption_at_rest)
  and none f in p.outflows where (f.target is store and (not known(f.receives) or f.receives has d))

/// What is most secret lies encrypted in the end, where the program that strangers talk to never reads it again; yet for a moment it holds it in clear. Whoever gets into that program reads everything that comes from then on, and no encryption behind it helps.
threat ReadInPassing: Stride.InformationDisclosure "Read before it is encrypted" {
  on p: process
  each d in p.inputs.data
  when p is not PassesOn and p is not Workstation
  when d is not Credentials and d is not Secret
  when known(d.confidentiality) and d.confidentiality == VeryHigh
  when open_to_strangers(p)
  when comes_readable(p, d) and encrypts_afterwards(p, d)
  likelihood = Low
  impact = VeryHigh
  mitigated_by = [
    EndToEndEncryption(on = p.inflows),
    Sandbox(strength = 40%),
    HardenedBaseline(strength = 30%),
    Alerting(strength = 20%)
  ]
  references = ["CWE-316", "CAPEC-545", "T1005", "T1119", "A04:2021", "A06:2025"]
  message = "Strangers reach {p}, where {d} can be read in clear."
  detection = "As an administrator of its machine, read the program's memory and temporary files while a test record passes through."
  false_positives = "The field is already encrypted by whoever sends it, and the model does not say so."
  remedy = "Let the sender encrypt it for the one who will read it; where that cannot be, hand it to a small program behind at once, and keep nothing of it in memory, files or logs."
}

/// The conversation goes from an untrusted place straight into a zone that another zone was meant to shield; what that zone filters, counts and records never sees it.
threat BypassedZone: Stride.ElevationOfPrivilege "A flow that jumps over a zone" {
  on f: flow
  when f.crosses_boundary and f.source.trust == Untrusted
  when exists inner in f.entered
    where (f.entered has inner.parent
      and inner.parent.trust < inner.trust
      and inner.parent.trust > f.source.trust)
  likelihood = Moderate
  impact = High
  mitigated_by = [NetworkSegmentation(on = f.target), MutualTls, Vpn(strength = 40%)]
  references = ["CWE-923", "CAPEC-700", "T1133", "T1190"]
  message = "Between {f.source} and {f.target} several zones are crossed at once."
  detection = "Trace the connection: the outer zone must end it and open its own."
  false_positives = "The outer zone does end the connection, and the model leaves that program out."
  remedy = "End the connection in the outer zone and let a program there open its own."
}

/// A program in its user's hands asks the store, for more than what everybody may see.
fn asks_itself(f: flow) = f.source is ClientApp
  and f is not SignedLink
  and not on_one_machine(f)
  and not only_shown(f)

/// It is known of something sent how bad it is if it is wrong, or of something received how bad it is if it is read.
fn rated(f: flow) = known(f.data)
  and (exists d in f.sends where (known(d.integrity))
    or exists d in f.receives where (known(d.confidentiality)))

/// What is known of the harm that it does: if what is sent is wrong, or what is received is read.
fn harms(f: flow) = [
  max([d.integrity for d in f.sends where (known(d.integrity))]),
  max([d.confidentiality for d in f.receives where (known(d.confidentiality))])
]

/// A program that its user controls talks to the store itself; every check it makes, the user can leave out.
threat ClientReachesStore: Stride.Tampering "The client talks to the store itself" {
  on s: store
  when s is not ServesClients
  when exists f in s.inflows where (asks_itself(f))
  likelihood = High
  impact = if exists f in s.inflows where (asks_itself(f) and rated(f))
      then max([max(harms(f)) for f in s.inflows where (asks_itself(f) and rated(f))])
    else High
  mitigated_by = [StrongAuthentication(strength = 50%), LeastPrivilege, NetworkSegmentation]
  references = ["CWE-603", "CAPEC-22", "T1190", "A04:2021", "A06:2025"]
  message = "A client program reads or writes {s} directly."
  detection = "Take the credentials out of the client program and send the store queries of your own."
  false_positives = "The store itself decides, row by row, what this user may see and change."
  remedy = "Put a service between client and store that knows the user and decides what they may see and change."
}

/// The application faces the internet with data worth stealing behind it, and nothing in front of it stops the attacks that everyone tries.
threat MissingWaf: Stride.Tampering "No filter in front of the application" {
  on p: WebService
  when known(p.internet_facing) and p.internet_facing
  when not filtered(p)
  when exists f in p.outflows
    where (f.target is store
      and known(f.target.holds)
      and exists d in f.target.holds where d.confidentiality >= High)
  likelihood = Moderate
  impact = Moderate
  mitigated_by = [Waf, InputValidation(strength = 50%), DependencyScanning(strength = 30%)]
  references = ["CAPEC-28", "T1190", "T1588.005", "PCI-DSS-4.0.1 6.4.2"]
  message = "Between the internet and {p}, with sensitive data behind, there may be no filter."
  detection = "Send a request with a well-known attack pattern and see what answers: a filter, or the application."
  false_positives = "A gateway outside the model filters the requests."
  remedy = "Put a filter in front, first watching, then refusing; treat it as time to mend the program, not as mending."
}

/// A program brings data of high integrity.
fn writes_what_must_be_right(f: flow) = f.source is process
  and exists d in f.sends where d.integrity >= High

/// Something of note is said: it should not be read by all, or has to be right.
fn of_note(f: flow) = known(f.data)
  and exists d in f.data
    where (known(d.confidentiality) and d.confidentiality >= Moderate
      or known(d.integrity) and d.integrity >= High)

/// It asks nobody who they are, since only neighbours use it. Whoever gets into any machine or program of the place reads and changes what is there, and looks like one of them.
threat OpenInside: Stride.Spoofing "Anyone inside is served" {
  on x: process + store
  when x is not PassesOn and x is not ServesClients
  when known(x.authentication) and x.authentication == NoAuthentication
  when none f in x.inflows where (exposed(f) and not proven(f))
  when exists f in x.inflows where (not on_one_machine(f) and not proven(f) and of_note(f))
  when x is process or none b in x.boundaries where (b is Cluster)
  likelihood = Low
  impact = High
  mitigated_by = [WorkloadLogins, StrongAuthentication, NetworkSegmentation]
  references = ["CWE-306", "CAPEC-115", "T1210", "T1021", "A07:2021", "A07:2025"]
  message = "Whoever can connect to {x} from inside is served."
  detection = "From another machine of the same place that has no business with it, connect without credentials, read and write."
  false_positives = "The network lets only its one caller connect, and the model does not say so."
  remedy = "Give each caller an identity of its own and ask for it, inside too; until then let the network admit only the callers that are meant."
  fix "Callers prove who they are" { x.authentication = WorkloadIdentity }
}

/// Several programs write the same tables; none of them can rely on what it wrote, and a hole in any of them is a hole in all.
threat ManyWriters: Stride.Tampering "Several programs write one store" {
  on s: SqlDatabase
  when not s.writers_apart
  when count([f.source for f in s.inflows where (writes_what_must_be_right(f))]) >= 3
  likelihood = Low
  impact = max([max(f.sends.integrity) for f in s.inflows where (writes_what_must_be_right(f))])
  mitigated_by = [
    OneWriterEach,
    LeastPrivilege,
    RoleBasedAccess(on = s.inflows.source),
    AppendOnlyStorage(strength = 50%)
  ]
  references = ["CWE-653", "CAPEC-180", "T1565.001"]
  message = "Three programs or more write into {s} what must be right, perhaps into the same tables."
  detection = "For each table, list which program's account may write it. More than one: ask which of them decides."
  false_positives = "Each program has an account that can write only its own tables."
  remedy = "Let one program own each table and write it; the others ask that program."
  fix "Each table has one writer" { s.writers_apart = true }
}

/// The programs of several customers share one store; a forgotten condition in one query shows one customer the data of another.
threat SharedByTenants: Stride.InformationDisclosure "One store for several tenants" {
  on s: store
  when count([f.source.boundary for f in s.inflows where (f.source.boundary is Tenant)]) >= 2
  likelihood = Moderate
  impact = if known(s.holds) then max(s.holds.confidentiality) else High
  mitigated_by = [TenantIsolation, FieldEncryption(strength = 60%), Alerting(strength = 20%)]
  references = ["CWE-1220", "CAPEC-1", "T1530", "A01:2021", "A01:2025"]
  message = "More than one tenant has data in {s}."
  detection = "As one tenant, run every query with an id of another; do so too for exports, searches and counts."
  false_positives = "The store itself adds the tenant to every query, from the connection's identity."
  remedy = "Let the store itself add the tenant to every query from the connection's identity, or give each tenant a store."
}

/// Real data lies where many can get at it, where nothing is watched, and where the next program under test mails it to everyone.
threat RealDataInTests: Stride.InformationDisclosure "Real data in a test environment" {
  on s: store
  each d in s.holds
  when known(s.holds) and for_tests(s)
  when d.confidentiality >= Moderate
    and d is not Secret
    and d is not Credentials
    and d is not Artefact
  when exists t in d.held_by where (t is store and not for_tests(t))
  likelihood = Moderate
  impact = d.confidentiality
  mitigated_by = [
    MaskedCopies,
    Pseudonymization,
    Tokenization,
    FieldEncryption(strength = 40%),
    LeastPrivilege(strength = 30%)
  ]
  references = ["CWE-212", "CAPEC-150", "T1213.006"]
  message = "Production and {s}, which is for tests, hold the same {d}."
  detection = "Look for the record of a real customer, known from production, in the test environment, its backups and its exports."
  false_positives = "Only the kind of data is the same: the records are made up, and the model has no name of its own for them."
  remedy = "Make data up, or mask it on the way out of production, and delete what is there."
}
