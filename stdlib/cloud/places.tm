//! Accounts and networks of a cloud, whatever its provider calls them.
use std.data

extend boundary {
  /// What people and programs do with the accounts themselves is recorded, in every region, where their administrators cannot change it.
  inherited activity_logged: Bool
  /// The login that nothing in an account can refuse is kept away, has a hardware factor, and somebody is told when it is used.
  inherited root_guarded: Bool
  /// Somebody is told within hours when an account begins to cost more than usual.
  inherited spending_watched: Bool
  /// People have names and passwords or keys in an account itself, beside those of the company.
  inherited local_logins: Bool
  /// People hold the rights of administrators all the time, not only for the hour that needs them.
  inherited standing_rights: Bool
}

/// Accounts that one owner rules together: what is said here holds for each of them.
type CloudOrganisation: boundary "Cloud organisation" { icon = "cloud", trust = Trusted }

/// The account from which all others are made, ruled and paid for. Policies of the organisation do not bind it.
type ManagementAccount: CloudAccount "Management account"

/// A network in a cloud account that only its own programs are in.
type CloudNetwork: PrivateNetwork "Virtual network" {
  /// Programs inside may open connections to any address on the internet.
  open_egress: Bool
  /// Who spoke with whom, when and how much, is recorded and kept for months.
  traffic_recorded: Bool
  /// Networks that are joined with it, so that each address on one side can be tried from the other.
  joined_with: [boundary]
}
