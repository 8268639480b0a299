//! Regimes a system can be under, and what says that data falls under one. The requirements stand in packages of their own:
//! `std.pci_dss`, `std.hipaa`, `std.gdpr`, `std.nist_800_53`, `std.nist_csf`, `std.nist_ssdf`, `std.iso_27001`, `std.soc_2`, `std.cis`.

/// Rules that somebody else sets and asks for.
enum Regime {
  PciDss "PCI DSS 4.0.1"
  Hipaa "HIPAA"
  Gdpr "GDPR"
  Nist80053 "NIST SP 800-53"
  NistCsf "NIST CSF 2.0"
  NistSsdf "NIST SSDF 1.1"
  Iso27001 "ISO/IEC 27001"
  Soc2 "SOC 2"
  Cis "CIS Controls 8.1"
}

extend model {
  /// The regimes that the system is under: requirements that nothing meets become warnings.
  regimes: [Regime]
}

extend data {
  /// It is account data of payment cards: numbers, and what travels with them.
  pci: Bool
  /// It proves that the card or its owner is there, such as the code on the back or the PIN: nobody may keep it once the payment is made.
  proves_card: Bool
  /// It is health data by which a person can be recognised.
  phi: Bool
}

extend store {
  /// Card numbers in it cannot be read, also not by those who may query it.
  numbers_unreadable: Bool
}

extend process {
  /// Every script on its pages is known and wanted, and somebody is told when one changes.
  scripts_watched: Bool
}

/// The numbers of payment cards, and what travels with them.
type AccountData: data "Account data of payment cards" { pci = true }

/// Data about the health of people who can be recognised.
type HealthData: PersonalData "Health data" { phi = true }

/// The conversation carries account data.
fn carries_cards(f: flow) = exists d in f.data where (d.pci)

/// Whoever opens the conversation is told account data.
fn tells_cards(f: flow) = exists d in f.receives where (d.pci)

/// Account numbers cannot be read there. What is stated goes before what a control should do.
fn hides_numbers(s: store) = (s.numbers_unreadable
    or s.controls has FieldEncryption
    or s.controls has Tokenization)
  and not (known(s.numbers_unreadable) and not s.numbers_unreadable)

/// No script gets onto the page unseen. What is stated goes before what a control should do.
fn scripts_known(p: process) = (p.scripts_watched
    or p.controls has CodeIntegrity
    or p.controls has ContentSecurityPolicy)
  and not (known(p.scripts_watched) and not p.scripts_watched)

/// The program receives or sends account data.
fn handles_cards(p: process) = exists f in p.inflows where (carries_cards(f))
  or exists f in p.outflows where (carries_cards(f))

/// A page in somebody's browser, as far as anybody has said.
fn is_page(p: process) = p is ClientApp
  and (p.in_browser or exists b in p.boundaries where (b is Browser))

/// Nothing in the store proves that a card or its owner is there.
fn keeps_no_proof(s: store) = all d in s.holds
  where (not (known(d.pci) and d.pci and d.proves_card))

/// The store keeps account data.
fn keeps_cards(s: store) = exists d in s.holds where (d.pci)

/// The conversation carries health data.
fn carries_health(f: flow) = exists d in f.data where (d.phi)

/// Health data is written by a program that checks what each of its callers may do, or none is written.
fn sent_with_care(f: flow) = none d in f.sends where (d.phi)
  or f.source is process and f.source is not PassesOn and decides_access(f.source)

/// So it is, also where a relay stands between.
fn writes_with_care(f: flow) = sent_with_care(f)
  or f.source is Relay
    and exists g in f.source.inflows where (goes_on(g, f))
    and all g in f.source.inflows where (not goes_on(g, f) or sent_with_care(g))

/// The program receives or sends health data.
fn handles_health(p: process) = exists f in p.inflows where (carries_health(f))
  or exists f in p.outflows where (carries_health(f))

/// The store keeps health data.
fn keeps_health(s: store) = exists d in s.holds where (d.phi)

/// The conversation carries data about people.
fn carries_people(f: flow) = exists d in f.data where (d.personal)

/// Data about people comes into the program: it is sent there, or fetched by it.
fn is_given_people(p: process) = exists f in p.inflows
    where (exists d in f.sends where (d.personal))
  or exists f in p.outflows where (exists d in f.receives where (d.personal))

/// Health data comes into the program: it is sent there, or fetched by it.
fn is_given_health(p: process) = exists f in p.inflows where (exists d in f.sends where (d.phi))
  or exists f in p.outflows where (exists d in f.receives where (d.phi))

/// The store keeps data about people.
fn keeps_people(s: store) = exists d in s.holds where (d.personal)

/// A program in someone's hands opens one of them, or a relay before which nobody is drawn.
fn faceless(flows: [flow]) = exists f in flows
  where (f.source is ClientApp
    or f.source is Workstation
    or f.source is HandsOn and count(f.source.inflows) == 0)

/// People open them, or programs in their hands, also by way of up to three programs that only hand on what they say.
fn opened_for_people(flows: [flow]) = by_people(flows)
  or faceless(flows)
  or faceless(behind(flows))
  or faceless(behind(behind(flows)))
  or faceless(behind(behind(behind(flows))))

/// One of our staff opens one of them, or a machine at which they work.
fn from_own_staff(flows: [flow]) = exists f in flows
  where (f.source is Employee
    or f.source is Workstation
      and none g in f.source.inflows where (g.source is actor and g.source is not Employee))

/// Our staff open them, also by way of up to three programs that only hand on what they say.
fn by_own_staff(flows: [flow]) = from_own_staff(flows)
  or from_own_staff(behind(flows))
  or from_own_staff(behind(behind(flows)))
  or from_own_staff(behind(behind(behind(flows))))

/// Someone known who is not of our staff opens one of them, or a program or relay before which nobody is drawn.
fn from_outsiders(flows: [flow]) = exists f in flows
  where (f.source is actor and f.source is not Employee and f.source is not Visitor
    or (f.source is ClientApp or f.source is HandsOn) and count(f.source.inflows) == 0)

/// People who are not our staff open them, also by way of up to three programs that only hand on what they say.
fn by_outsiders(flows: [flow]) = from_outsiders(flows)
  or from_outsiders(behind(flows))
  or from_outsiders(behind(behind(flows)))
  or from_outsiders(behind(behind(behind(flows))))

/// People work with the program.
fn used_by_people(p: process) = opened_for_people(p.inflows)

/// The conversation leaves the machine and the hands in which it began. The law does not ask whether the network on the way is our own.
fn travels(f: flow) = not in_hand(f) and not on_one_machine(f)

/// Nobody on the way can read what is sent, or only its final reader can.
fn unreadable_on_the_way(f: flow) = not in_clear(f) or f.controls has EndToEndEncryption

/// It runs through a tunnel that nobody on the way can look into.
fn hidden_on_the_way(f: flow) = unreadable_on_the_way(f) or f.controls has Vpn

/// Whoever gets hold of the medium cannot read it: all of it is encrypted, or what matters in it.
fn unreadable_at_rest(s: store) = s.encryption_at_rest or s.controls has FieldEncryption

/// What is changed on the way is noticed.
fn unchanged_on_the_way(f: flow) = not in_clear(f)
  or f.controls has MessageSigning
  or f.controls has Vpn
  or f.controls has EndToEndEncryption

/// After a login in this way, one works in a session for a while.
fn opens_session(method: Authentication) = method in [
    Password,
    SessionCookie,
    OAuth2,
    OpenIdConnect,
    Saml,
    Kerberos,
    Passkey
  ]

/// Whoever works with the program does so in a session: after a login, for a while.
fn has_sessions(p: process) = opens_session(p.authentication)
  or known(p.also_accepts) and exists m in p.also_accepts where (opens_session(m))

/// Somebody sits at a screen that shows what must not be left alone: a program that they log in to, or a machine at which they work.
fn left_alone(p: process) = used_by_people(p)
  and (p is Workstation or p is not PassesOn and has_sessions(p))

/// It is stated that a login is good for weeks.
fn open_for_weeks(p: process) = known(p.session_lifetime) and p.session_lifetime > 14d

/// A session ends when nobody works in it. What is stated goes before what a control should do.
fn ends_sessions(p: process) = (p.controls has SessionProtection
    or known(p.session_lifetime) and p.session_lifetime <= 1h)
  and not open_for_weeks(p)

/// The data would do harm in the wrong hands.
fn is_sensitive(d: data) = d.confidentiality >= Moderate

/// The conversation carries what would do harm in the wrong hands.
fn carries_sensitive(f: flow) = exists d in f.data where (is_sensitive(d))

/// The store keeps what would do harm in the wrong hands.
fn keeps_sensitive(s: store) = exists d in s.holds where (is_sensitive(d))

/// The program decides who gets what would do harm in the wrong hands.
fn serves_sensitive(p: process) = p is not PassesOn
  and exists f in p.inflows where (carries_sensitive(f))

/// The store keeps what cannot be made again and what is missed when it is gone or wrong.
fn keeps_needed(s: store) = holds_originals(s)
  and exists d in s.holds where (d.integrity >= Moderate or d.availability >= Moderate)

/// Our staff work with the program.
fn used_by_staff(p: process) = p is not PassesOn and by_own_staff(p.inflows)

/// Those who run the system work with the program.
fn administered(p: process) = p is not PassesOn and by_administrators(p.inflows)

/// People who are not our staff, and known to it, work with the program.
fn used_by_outsiders(p: process) = p is not PassesOn and by_outsiders(p.inflows)

/// Something that strangers send reaches the program.
fn takes_from_strangers(p: process) = p is not Relay
  and (known(p.internet_facing) and p.internet_facing and p is not ClientApp
    or open_to_strangers(p))

/// A program whose code is ours.
fn is_own_code(p: process) = p is not ReadyMade and p is not Workstation

/// It is stated that the password or key that it came with still opens it.
fn opens_by_default(x: process) = known(x.default_credentials) and x.default_credentials

/// It is stated that one of the ways into the program asks for nothing.
fn stands_open(p: process) = known(p.authentication) and p.authentication == NoAuthentication
  or known(p.also_accepts) and p.also_accepts has NoAuthentication
  or opens_by_default(p)

/// Whoever asks the program has to prove who they are, whichever way they come in.
fn asks_who(p: process) = (p.authentication != NoAuthentication
    or p.controls has StrongAuthentication)
  and not stands_open(p)

/// It is stated that one of the ways into the store asks for nothing.
fn store_stands_open(s: store) = known(s.authentication) and s.authentication == NoAuthentication
  or known(s.also_accepts) and s.also_accepts has NoAuthentication
  or known(s.default_credentials) and s.default_credentials

/// Whoever asks the store has to prove who they are, whichever way they come in.
fn store_asks_who(s: store) = (s.authentication != NoAuthentication
    or s.controls has StrongAuthentication)
  and not store_stands_open(s)

/// It is stated that one of those who have the conversations opened shares an account.
fn shares_account(flows: [flow]) = exists f in flows
  where (f.source is Employee and known(f.source.account_shared) and f.source.account_shared)

/// A program that speaks for itself asks it, too: keys among the other ways in are for such.
fn asked_by_programs(p: process) = exists f in p.inflows
  where (f.source is process and f.source is not PassesOn)

/// What it is asked, a gateway asks for people whom it has let in: the program knows the gateway, and the gateway the people.
fn vouched_for(p: process) = known(p.authentication)
  and p.authentication in [WorkloadIdentity, ClientCertificate]
  and exists f in p.inflows where (f.source is HandsOn and f.source is not Relay)

/// People work with the program, and it is for the program to know who they are.
fn meets_people(p: process) = used_by_people(p) and not vouched_for(p)

/// Each person who works with the program is known to it by name.
fn known_by_name(p: process) = not unattributable(p.authentication)
  and not stands_open(p)
  and not (known(p.also_accepts) and p.also_accepts has ApiKey and not asked_by_programs(p))
  and not shares_account(p.inflows)
  and not shares_account(ways_in(p))
  and not shares_account(behind(ways_in(p)))

/// Each operation is refused to those it is not meant for, and nothing that is stated lets them in all the same.
fn decides_access(p: process) = p.access_control
  and not stands_open(p)
  and not (known(p.ownership_checks) and not p.ownership_checks)
  and not (known(p.fails_open) and p.fails_open)

/// What comes in is checked, and it is not stated that it becomes part of queries or pages all the same.
fn checks_input(p: process) = p.input_validation
  and not (known(p.parameterized_queries)
    and not p.parameterized_queries
    and exists f in p.outflows where (f.target is store))
  and not (known(p.output_encoding) and not p.output_encoding and used_by_people(p))

/// People prove who they are by a password that the program itself checks. Asked where people work with it.
fn takes_passwords(p: process) = accepts(p, Password)
  or accepts(p, BasicAuth)
  or p is not PassesOn and used_by_people(p) and p.authentication in [Password, BasicAuth]

/// One of the ways in goes past the second proof.
fn one_proof_enough(p: process) = stands_open(p)
  or known(p.also_accepts)
    and (p.also_accepts has BasicAuth or p.also_accepts has ApiKey and not asked_by_programs(p))

/// More than one proof is asked for at the login.
fn two_proofs(p: process) = (p.second_factor != NoSecondFactor
    or p.controls has MultiFactor
    or p.controls has PhishingResistantFactor)
  and not (known(p.second_factor) and p.second_factor == NoSecondFactor)
  and not one_proof_enough(p)

/// A program that hands it on has asked for more than one proof.
fn asked_on_the_way(f: flow) = f.source is HandsOn
  and (asks_twice(f.source.second_factor)
    or f.source.controls has MultiFactor
    or f.source.controls has PhishingResistantFactor)

/// More than one proof was asked for before it came here, or whoever asks has to bring one to every login.
fn proved_twice(f: flow) = asked_on_the_way(f)
  or f.source is actor
    and (f.source.controls has MultiFactor or f.source.controls has PhishingResistantFactor)

/// Staff who work with the program prove twice who they are, there or at each way to it.
fn staff_prove_twice(p: process) = two_proofs(p)
  or exists f in p.inflows where (proved_twice(f))
    and all f in p.inflows where (proved_twice(f) or not by_own_staff(f))

/// The way to the store asks for a second proof, or nobody has said whether it does.
fn way_asks_twice(f: flow) = proved_twice(f)
  or f.source is HandsOn and f.source.second_factor != NoSecondFactor

/// Staff who open conversations to the store prove twice who they are, on the way or by what they bring to every login.
fn store_staff_prove_twice(s: store) = all f in s.inflows
  where (not by_own_staff(f) or way_asks_twice(f))

/// Nobody in a place where anyone can be opens a conversation to the store, also not through relays, and nothing that is stated lets them.
fn stands_behind(s: store) = not answers_strangers(s)
  and none f in s.inflows where (straight_from_untrusted(f))
  and not (known(s.public_access) and s.public_access)

/// Holes that become known are closed: by updates of the makers, or by watching what our code is made of.
fn is_patched(p: process) = if p is ReadyMade and known(p.prompt_updates) then p.prompt_updates
  else p is ReadyMade and p.prompt_updates or components_watched(p)

/// Somebody hears of new holes in what the program is made of.
fn components_watched(p: process) = p.controls has DependencyScanning
  or exists m: model where (m.components_watched)

/// What is past its time is deleted.
fn deletes_in_time(s: store) = s.deletes_old or s.controls has RetentionLimit

/// Floods are held up before they arrive.
fn slows_floods(n: node) = n.controls has RateLimit or n.controls has DdosProtection

/// All that strangers send comes through relays that hold up floods.
fn comes_slowed(p: process) = exists f in p.inflows
    where (f.source is Relay and slows_floods(f.source))
  and all f in p.inflows
    where (f.source is Relay and slows_floods(f.source) or not from_untrusted(f))

/// The store keeps the trace of who did what.
fn holds_records(s: store) = exists d in s.holds where (d is AuditTrail)

/// People work with the store itself, or programs in their hands: no program of ours asks and records in its place.
fn used_directly(s: store) = opened_for_people(s.inflows)

/// The store itself says what each caller may do, and nothing that is stated lets them in all the same.
fn store_decides_access(s: store) = not store_stands_open(s)
  and (s is ServesClients and s.rules_per_user or s.controls has LeastPrivilege)

/// The store knows by name who asks.
fn store_knows_by_name(s: store) = not unattributable(s.authentication)
  and not store_stands_open(s)
  and not shares_account(s.inflows)
  and not shares_account(ways_in(s))
