//! Who works with a system, and where: what matters about people, their machines and their rooms.
use std.web

extend model {
  /// Whoever is taken on shows who they are, face to face or before a camera with the papers, and what they say of their past is checked.
  newcomers_checked: Bool
  /// Whoever leaves, or whose contract ends, is locked out of everything the same day.
  leavers_locked_out: Bool
  /// Somebody looks at least twice a year at who may do what, and takes away what is not needed.
  rights_reviewed: Bool
  /// Staff know where to report a strange call, mail or visitor in a minute, do so, and are thanked.
  suspicions_reported: Bool
  /// The day of an attack was rehearsed in the last year: who decides, who is called, how work goes on.
  incidents_rehearsed: Bool
  /// For everything that only an administrator can do there are two who can, and it is written down.
  deputies_known: Bool
}

extend Administrator {
  /// Great rights are asked for with a reason, and end after hours.
  time_bound: Bool
  /// Administration is done on a machine that reads no mail and no web.
  own_machine: Bool
}

extend Workstation {
  /// What is on it cannot be read without the person's password or key.
  disk_encrypted: Bool
}

extend OfficeNetwork {
  /// Guests, and machines that nobody knows, get into a network of their own, by cable, too.
  guests_kept_apart: Bool
}

extend Datacentre {
  /// Only named people get in, each by a badge or key of their own, and it is recorded.
  entry_controlled: Bool
}

/// A room with machines, in a building that serves other ends, too.
type ServerRoom: Datacentre "Server room" { icon = "building" }

/// Helps people who cannot go on: the support desk.
type SupportStaff: Employee "Support desk" {
  /// Before anything is changed, the caller is called back, seen, or vouched for by somebody known.
  callers_verified: Bool
  /// They see the data of a person only while a case of that person is open, and it is recorded.
  lookups_tied_to_cases: Bool
}

/// Pays bills and salaries.
type FinanceStaff: Employee "Pays bills" {
  icon = "bank"
  /// New bank details, and hurried orders to pay, are confirmed over a number known before.
  details_confirmed: Bool
}

/// Somebody of another company who maintains something here.
type Vendor: Partner "Maintenance by a vendor" {
  icon = "tool"
  /// They get in when asked, for hours, and somebody here opens and sees it.
  let_in_on_request: Bool
}

/// An account for the day when nothing else works.
type EmergencyAccount: Administrator "Emergency account" {
  /// Using it wakes somebody, and its password is changed afterwards.
  use_alarmed: Bool
}

/// Does what one person should not do alone. An ability: added to a type, as in `process keys: WebApp + NeedsTwoPeople`.
type NeedsTwoPeople: process "Not for one person alone" {
  /// A second person, whom the first cannot choose or pose as, has to agree.
  second_person: Bool
}

/// It would hurt so much in the wrong hands, or if it were wrong. What somebody logs in with is no more than what it opens.
fn matters(d: data, level: Level) = d is not Credentials
  and (known(d.confidentiality) and d.confidentiality >= level
    or known(d.integrity) and d.integrity >= level)

/// What somebody of ours tells or is told would hurt in the wrong hands, or if it were wrong.
fn handles_much(a: actor) = exists f in a.outflows
  where (known(f.data) and exists d in f.data where (matters(d, High)))

/// It would hurt above all.
fn handles_most(a: actor) = exists f in a.outflows
  where (known(f.data) and exists d in f.data where (matters(d, VeryHigh)))

/// Some of what the system carries must not be late.
fn in_haste(a: actor) = exists f in a.outflows
  where (known(f.data)
    and exists d in f.data where (known(d.availability) and d.availability >= High))

/// There is somebody else of ours with another task, to or from which people change.
fn several_roles(a: actor) = count(a.outflows) >= 1
  and exists b: Employee where (b != a and count(b.outflows) >= 1)
