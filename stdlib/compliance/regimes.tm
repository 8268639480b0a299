//! Regimes a system can be under, and what says that data falls under one. The requirements stand in packages of their own:
//! `std.pci_dss`, `std.hipaa`, `std.gdpr`.

/// Rules that somebody else sets and asks for.
enum Regime {
  PciDss "PCI DSS 4.0.1"
  Hipaa "HIPAA"
  Gdpr "GDPR"
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
