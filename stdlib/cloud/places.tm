//! Accounts and networks of a cloud, whatever its provider calls them.
use std.data

extend CloudAccount {
  /// What people and programs do with the account itself is recorded, in every region, where its administrators cannot change it.
  activity_logged: Bool
  /// The login that nothing in the account can refuse is kept away, has a hardware factor, and somebody is told when it is used.
  root_guarded: Bool
  /// Somebody is told within hours when the account begins to cost more than usual.
  spending_watched: Bool
  /// People have names and passwords or keys in the account itself, beside those of the company.
  local_logins: Bool
  /// People hold the rights of administrators all the time, not only for the hour that needs them.
  standing_rights: Bool
}

/// The account from which all others are made, ruled and paid for. Policies of the organisation do not bind it.
type ManagementAccount: CloudAccount "Management account"

/// A network in a cloud account that only its own programs are in.
type CloudNetwork: PrivateNetwork "Virtual network" {
  /// Programs inside may open connections to any address on the internet.
  open_egress: Bool
  /// Networks that are joined with it, so that each address on one side can be tried from the other.
  joined_with: [boundary]
}
