//! Properties of whole kinds. Few, and every one is read by some rule; what is not stated stays unknown.

extend model {
  /// Turns likelihood and impact into a severity.
  matrix: Matrix = NistSp80030
  /// Somebody hears of new holes in what the system is made of, and closes them in days.
  components_watched: Bool
}

extend data {
  /// Harm if the wrong people read it.
  confidentiality: Level
  /// Harm if it is wrong.
  integrity: Level
  /// Harm if it is gone or late.
  availability: Level
  /// It is about people who can be recognised.
  personal: Bool
  /// It carries a signature that proves to anyone who made it.
  signed: Bool
  /// How many people or things it is about, at most.
  records: Int
}

/// What proves identity: passwords, tokens, session ids.
type Credentials: data "Credentials"

/// What opens other things: keys, certificates, passwords of machines.
type Secret: data "Secret" {
  personal = false
  /// It lies there, and travels, only encrypted by itself, with a key that is kept somewhere else: as a vault keeps what is given to it.
  sealed: Bool
}

/// The trace of who did what and when.
type AuditTrail: data "Audit trail"

/// Something that was built and is meant to run.
type Artefact: data "Artefact"

/// Data about people who can be recognised.
type PersonalData: data "Personal data" { personal = true }

extend flow {
  /// Nobody between the two ends can read or change what is sent.
  encrypted: Bool
  /// Each end has proof of who the other is.
  authenticated: Bool
  /// Whoever opens the conversation has proof of who answers, such as a certificate checked against the name.
  server_verified: Bool
  /// It goes through the air: whoever is near hears it and can speak, too.
  over_the_air: Bool
  /// Ports at which the answering end listens, where they are not the usual ones of the protocol.
  ports: [Int]
}

extend process {
  /// It can be reached from the internet.
  internet_facing: Bool
  /// How it learns who is calling.
  authentication: Authentication
  /// Other ways in, and how a caller is recognised after the login: `[SessionCookie, ApiKey]`.
  also_accepts: [Authentication]
  /// What is asked for beside the first proof.
  second_factor: SecondFactor
  /// What comes in is checked against what is expected before it is used.
  input_validation: Bool
  /// Values reach databases apart from the text of the query.
  parameterized_queries: Bool
  /// What it writes into pages, commands and logs is encoded for that place.
  output_encoding: Bool
  /// Each operation is refused unless the caller is one of those it is meant for.
  access_control: Bool
  /// Each object asked for by an id is checked to belong to the one who asks.
  ownership_checks: Bool
  /// Security-relevant actions are recorded where those who do them cannot change the record.
  audit_log: Bool
  /// Each answer has only the fields that this caller may see and needs.
  answers_trimmed: Bool
  /// No caller can keep it busy, nor what stands behind it: each gets a share, and what is dear to answer gets a smaller one or needs a login.
  load_limited: Bool
  /// A contract binds the one who runs it to use the data as we say and for nothing else.
  processing_agreement: Bool
  /// The password or key that it came with still opens it.
  default_credentials: Bool
  /// It lets callers through when what it asks for a decision does not answer.
  fails_open: Bool
  /// Something in front refuses requests that look like known attacks.
  filter_in_front: Bool
  /// How long a login is good for.
  session_lifetime: Duration
}

extend store {
  /// How it learns who is calling.
  authentication: Authentication
  /// Other ways in.
  also_accepts: [Authentication]
  /// The password or key that it came with still opens it.
  default_credentials: Bool
  /// Anyone on the internet, or anyone with any account at the provider, may read it or connect to it.
  public_access: Bool
  /// It takes only encrypted connections: whoever speaks in clear is refused.
  encrypted_only: Bool
  /// What was written cannot be changed or removed before its time.
  append_only: Bool
  /// Each reading and each change is recorded with the person or program behind it.
  queries_recorded: Bool
}

extend boundary {
  /// Whatever is said between what stands in such places is encrypted by the network or a mesh, whether or not programs do so themselves.
  inherited traffic_encrypted: Bool
  /// Media hold nothing readable without a key kept elsewhere. Said of a place, it holds for every store and machine inside that says nothing else.
  inherited encryption_at_rest: Bool
  /// Copies are kept elsewhere and restoring them has been tried. Said of a place, it holds for every store inside that says nothing else.
  inherited backups: Bool
  /// What is past its time is deleted, copies included. Said of a place, it holds for every store inside that says nothing else.
  inherited deletes_old: Bool
}

/// A person at the screen of their own device.
fn in_hand(f: flow) = f.source is actor and (f.target is ClientApp or f.target is Workstation)

/// On its way, somebody may listen who belongs to neither end: it crosses a boundary, goes to or from a person, or through the air.
fn overheard(f: flow) = (f.crosses_boundary
    or f.source is actor
    or f.target is actor
    or known(f.over_the_air) and f.over_the_air)
  and not in_hand(f)

/// It has something to hand on from somewhere else, as far as anybody has drawn: what only programs beside it ask of it, they might have asked themselves.
fn hands_in(n: node) = n is Relay
  and (count(n.inflows) == 0
    or exists f in n.inflows
      where (overheard(f)
        or f.source is Relay
          and (count(f.source.inflows) == 0
            or exists g in f.source.inflows where (overheard(g) or g.source is Relay))))

/// The conversation passes through somewhere the two ends do not own together, or a relay hands on what somebody out there says.
fn exposed(f: flow) = overheard(f) or f.source is Relay and hands_in(f.source)

/// A conversation to the program is exposed.
fn spoken_to(p: process) = exists f in p.inflows where (exposed(f))

/// Two programs, or a program and its store, on one machine: there is no network between them.
fn on_one_machine(f: flow) = f.source is not actor
  and f.target is not actor
  and exists b in f.source.boundaries
    where ((b is Host or b is UserDevice or b is Browser) and f.target.boundaries has b)

/// Several conversations lead to the store of which nobody said whether they are encrypted: whether the store takes others settles it for all of them.
fn asked_of_the_store(s: store) = not known(s.encrypted_only)
  and count([f for f in s.inflows where (not known(f.encrypted))]) >= 2

/// It is stated that the store at its end takes nothing else than encrypted connections.
fn only_encrypted(f: flow) = f.target is store
  and known(f.target.encrypted_only)
  and f.target.encrypted_only

/// Both ends stand in places where whatever is said is encrypted.
fn encrypted_by_place(f: flow) = known(f.source.traffic_encrypted)
  and f.source.traffic_encrypted
  and known(f.target.traffic_encrypted)
  and f.target.traffic_encrypted

/// Both ends stand in one cluster, of which nobody has said whether it encrypts what is said inside: that settles it for all of them.
fn asked_of_the_place(f: flow) = not known(f.source.traffic_encrypted)
  and exists b in f.source.boundaries where (b is Cluster and f.target.boundaries has b)

/// What of it has to be asked: the store, the place or, where neither settles it, the conversation.
fn may_be_clear(f: flow) = f.target is store
    and asked_of_the_store(f.target)
    and not f.target.encrypted_only
  or not (f.target is store and asked_of_the_store(f.target))
    and (asked_of_the_place(f) and not (f.source.traffic_encrypted and f.target.traffic_encrypted)
      or not asked_of_the_place(f) and not f.encrypted)

/// Nothing encrypts the conversation: what is said of it counts, else what the store at its end takes, else what the place does around it.
fn in_clear(f: flow) = known(f.encrypted) and not f.encrypted
  or not known(f.encrypted)
    and not only_encrypted(f)
    and not encrypted_by_place(f)
    and may_be_clear(f)

/// Those who run the system, at a shell of it: whoever has that needs no hole in the program that they start there.
fn at_a_shell(f: flow) = f is Ssh and f.source is Administrator

/// A person, a program in their hands, or one that is not ours, which may speak for people.
fn may_be_person(n: node) = n is actor or n is ClientApp or n is Workstation or n.external

/// It passes on what people ask, as far as anybody has drawn.
fn serves_people(n: node) = n is HandsOn
  and (count(n.inflows) == 0
    or exists f in n.inflows
      where (may_be_person(f.source)
        or f.source is HandsOn
          and (count(f.source.inflows) == 0
            or exists g in f.source.inflows
              where (may_be_person(g.source) or g.source is HandsOn))))

/// The conversation is opened by a person, by a program in their hands, or by what passes their requests on.
fn from_user(f: flow) = (f.source is actor
    or f.source is ClientApp
    or f.source is Workstation
    or f.source is HandsOn and serves_people(f.source))
  and not in_hand(f)

/// People ask the program for something, as far as anybody has drawn.
fn asked_by_users(p: process) = exists f in p.inflows where (from_user(f))

/// Something of what the first brings is brought on by the second. What nobody states is taken not to be.
fn brings_on(first: flow, second: flow) = known(first.sends)
  and known(second.sends)
  and exists d in first.sends where (second.sends has d)

/// A program of ours hands on what somebody outside, or a person at its screen, sent it.
fn handed_once(f: flow) = f.source is process
  and not f.source.external
  and exists g in f.source.inflows where ((exposed(g) or g.source is actor) and brings_on(g, f))

/// What the conversation brings may come from outside, also through two programs of ours.
fn from_outside(f: flow) = exposed(f) and not at_a_shell(f)
  or handed_once(f)
  or f.source is process
    and not f.source.external
    and exists g in f.source.inflows where (brings_on(g, f) and handed_once(g))

/// People without an account ask all that comes to it, or programs that only hand on what others say: only then is it worth following them.
fn may_serve_visitors(n: node) = n is LeadsOn
  and count(n.inflows) >= 1
  and all f in n.inflows where (f.source is Visitor or f.source is LeadsOn)

/// What comes to it comes from people without an account alone.
fn serves_visitors(n: node) = may_serve_visitors(n)
  and all f in n.inflows where (f.source is Visitor)

/// The same, also through one program that only hands on what they say.
fn serves_visitors_by_one(n: node) = may_serve_visitors(n)
  and all f in n.inflows where (f.source is Visitor or serves_visitors(f.source))

/// The same, also through two of them.
fn serves_visitors_by_two(n: node) = may_serve_visitors(n)
  and all f in n.inflows where (f.source is Visitor or serves_visitors_by_one(f.source))

/// Someone without an account asks, straight or through a relay that serves nobody else.
fn by_visitor(f: flow) = f.source is Visitor or serves_visitors_by_two(f.source)

/// The conversation is opened in a place anyone can be in.
fn straight_from_untrusted(f: flow) = f.crosses_boundary
  and not in_hand(f)
  and f.source.trust == Untrusted

/// Whoever opens the conversation is trusted less than whom they ask, and does not stand in a place of ours: that one of our places is guarded still better than another is no threat.
fn from_less_trusted(f: flow) = f.source.trust < f.target.trust and f.source.trust < Trusted

/// Nobody has said what it carries, or it carries nothing of note.
fn says_nothing(f: flow) = not known(f.data) or count(f.data) == 0

/// What comes in by the first conversation may go on by the second: they carry something in common, or it is not known, or nothing of note is carried.
fn goes_on(first: flow, second: flow) = not known(first.data)
  or not known(second.data)
  or count(first.data) == 0
  or count(second.data) == 0
  or exists d in first.sends where (second.sends has d)
  or exists d in first.receives where (second.receives has d)

/// It opens only to those whose keys it knows.
fn is_tunnel(f: flow) = f is WireGuard or f is Ssh or f.controls has MutualTls or f.controls has Vpn

/// So it is, and not by a tunnel.
fn straight_from_strangers(f: flow) = straight_from_untrusted(f) and not is_tunnel(f)

/// Someone in a place anyone can be in opens a conversation with it.
fn open_straight(n: node) = exists f in n.inflows where (straight_from_strangers(f))

/// The same, also through one relay.
fn open_by_one(n: node) = exists f in n.inflows
  where (straight_from_strangers(f) or f.source is Relay and open_straight(f.source))

/// The same, also through two relays.
fn open_by_two(n: node) = exists f in n.inflows
  where (straight_from_strangers(f) or f.source is Relay and open_by_one(f.source))

/// What comes to a relay from a place anyone can be in, also through two others, goes on to what is no program.
fn goes_on_from_untrusted(f: flow) = exists g in f.source.inflows
  where (goes_on(g, f)
    and (straight_from_strangers(g)
      or g.source is Relay
        and exists h in g.source.inflows
          where (goes_on(h, f)
            and (straight_from_strangers(h)
              or h.source is Relay
                and exists i in h.source.inflows
                  where (goes_on(i, f) and straight_from_strangers(i))))))

/// The conversation comes in from a place anyone can be in, also through three relays: a stranger may ask for any program behind them, whatever the honest ask for, unless they let in only those whose keys they know; a store sees only what goes on.
fn from_untrusted(f: flow) = straight_from_untrusted(f)
  or f.source is Relay
    and (f.target is process and open_by_two(f.source)
      or f.target is not process and goes_on_from_untrusted(f))

/// Someone in a place anyone can be in opens it, for more than the one object that a signed link names.
fn opened_by_strangers(f: flow) = f is not SignedLink and from_untrusted(f)

/// Someone in a place anyone can be in opens a conversation with the store.
fn answers_strangers(s: store) = exists f in s.inflows where (opened_by_strangers(f))

/// A program that lets in those whom it knows hands on what people ask.
fn from_gateway(f: flow) = f.source is HandsOn and f.source is not Relay and serves_people(f.source)

/// It comes from a relay or from outside, or from a program that lets in those whom it knows and leaves the rest to this one, also through a relay behind it.
fn comes_in(f: flow) = exposed(f)
  or from_gateway(f)
  or f.source is Relay and exists g in f.source.inflows where (from_gateway(g))

/// The program at the end asks for a second factor.
fn ends_with_two(f: flow) = f.target is process and asks_twice(f.target.second_factor)

/// Someone on the way asks for a second factor, behind up to three programs that only hand on what people say.
fn asks_for_two(f: flow) = ends_with_two(f)
  or exists g in onward(f)
    where (ends_with_two(g)
      or exists h in onward(g)
        where (ends_with_two(h) or exists i in onward(h) where (ends_with_two(i))))

/// A relay hands it on without being able to read it.
fn sealed(f: flow) = f.target is Relay and f.controls has EndToEndEncryption

/// Whoever runs it can read the data: it is no relay, or the data comes to it in a form that it can read.
fn can_read(x: process, d: data) = x is not Relay
  or exists f in x.inflows where (known(f.data) and f.data has d and not sealed(f))

/// It is stated that both ends prove who they are.
fn proven(f: flow) = known(f.authenticated) and f.authenticated

/// What opened the conversations, as far as programs only handed them on: through a relay comes what they have in common, through a program in people's hands everything.
fn behind(flows: [flow]) = [
  f
  for f in [g.source for g in flows where (g.source is LeadsOn)].inflows
  where (exists g in flows
    where (g.source == f.target and (f.target is not HandsOn or goes_on(f, g))))
]

/// What opened the element's conversations, as far as programs only handed them on.
fn ways_in(n: node) = behind(n.inflows)

/// A relay that looks for attacks in what it hands on.
fn filters(n: node) = n is Relay and n.controls has Waf

/// A filter looked at it on the way, at the relay by which it comes or at all those before.
fn comes_filtered(f: flow) = filters(f.source)
  or f.source is Relay
    and exists g in f.source.inflows where (filters(g.source))
    and all g in f.source.inflows where (filters(g.source) or not from_untrusted(g))

/// A filter looks at what strangers send: at the program itself, or at each way by which they come.
fn filtered(p: process) = p.controls has Waf
  or p.filter_in_front
  or exists f in p.inflows where (comes_filtered(f))
    and all f in p.inflows where (comes_filtered(f) or not from_untrusted(f))

/// The person's own connection proves who they are, as a key for a remote shell does, which relays hand on as it is.
fn known_person(f: flow) = (f.source is actor or f.source is PassesOn and f is Ssh) and proven(f)

/// Someone opens a conversation to the process from a place anyone can be in.
fn open_to_strangers(p: process) = exists f in p.inflows where (from_untrusted(f))
