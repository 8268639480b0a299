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
  /// It is health data by which a person can be recognised.
  phi: Bool
}

/// The numbers of payment cards, and what travels with them.
type AccountData: data "Account data of payment cards" { pci = true }

/// Data about the health of people who can be recognised.
type HealthData: PersonalData "Health data" { phi = true }

/// The conversation carries account data.
fn carries_cards(f: flow) = exists d in f.data where (d.pci)

/// The program receives or sends account data.
fn handles_cards(p: process) = exists f in p.inflows where (carries_cards(f))
  or exists f in p.outflows where (carries_cards(f))

/// The store keeps account data.
fn keeps_cards(s: store) = exists d in s.holds where (d.pci)

/// The conversation carries health data.
fn carries_health(f: flow) = exists d in f.data where (d.phi)

/// The program receives or sends health data.
fn handles_health(p: process) = exists f in p.inflows where (carries_health(f))
  or exists f in p.outflows where (carries_health(f))

/// The store keeps health data.
fn keeps_health(s: store) = exists d in s.holds where (d.phi)

/// The conversation carries data about people.
fn carries_people(f: flow) = exists d in f.data where (d.personal)

/// The store keeps data about people.
fn keeps_people(s: store) = exists d in s.holds where (d.personal)

/// A person works with the program.
fn used_by_people(p: process) = exists f in p.inflows
  where (f.source is actor or f.source is ClientApp)

/// The conversation leaves the machine and the hands in which it began. The law does not ask whether the network on the way is our own.
fn travels(f: flow) = not in_hand(f) and not on_one_machine(f)

/// Whoever works with the program does so in a session: after a login, for a while.
fn has_sessions(p: process) = p.authentication in [
    Password,
    SessionCookie,
    OAuth2,
    OpenIdConnect,
    Saml,
    Kerberos,
    Passkey
  ]

/// Somebody sits at a screen that shows what must not be left alone: a program that they log in to, or a machine at which they work.
fn left_alone(p: process) = used_by_people(p)
  and (p is Workstation or not passes_on(p) and has_sessions(p))

/// The data would do harm in the wrong hands.
fn is_sensitive(d: data) = d.confidentiality >= Moderate

/// The conversation carries what would do harm in the wrong hands.
fn carries_sensitive(f: flow) = exists d in f.data where (is_sensitive(d))

/// The store keeps what would do harm in the wrong hands.
fn keeps_sensitive(s: store) = exists d in s.holds where (is_sensitive(d))

/// The program decides who gets what would do harm in the wrong hands.
fn serves_sensitive(p: process) = not passes_on(p)
  and exists f in p.inflows where (carries_sensitive(f))

/// The store keeps what cannot be made again and what is missed when it is gone or wrong.
fn keeps_needed(s: store) = s is not Rebuildable
  and exists d in s.holds where (d.integrity >= Moderate or d.availability >= Moderate)

/// Our staff work with the program.
fn used_by_staff(p: process) = not passes_on(p)
  and exists f in p.inflows where (f.source is Employee)

/// Those who run the system work with the program.
fn administered(p: process) = not passes_on(p)
  and exists f in p.inflows where (f.source is Administrator)

/// People who are not our staff, and known to it, work with the program.
fn used_by_outsiders(p: process) = not passes_on(p)
  and exists f in p.inflows where (f.source is User or f.source is Partner or f.source is ClientApp)

/// Something that strangers send reaches the program.
fn takes_from_strangers(p: process) = p is not Relay and open_to_strangers(p)

/// A program whose code is ours.
fn is_own_code(p: process) = p is not ReadyMade and p is not Workstation

/// More than one proof is asked for at the login.
fn two_proofs(p: process) = p.second_factor != NoSecondFactor
  or p.controls has MultiFactor
  or p.controls has PhishingResistantFactor

/// Nobody in a place where anyone can be opens a conversation to the store.
fn stands_behind(s: store) = none f in s.inflows where (straight_from_untrusted(f))

/// Holes that become known are closed: by updates of the makers, or by watching what our code is made of.
fn is_patched(p: process) = p is ReadyMade and p.prompt_updates or p.controls has DependencyScanning

/// The store keeps the trace of who did what.
fn holds_records(s: store) = exists d in s.holds where (d is AuditTrail)
