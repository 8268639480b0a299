//! Where accounts live.
use std.web

/// People, groups and machines, and who may do what.
type Directory: store "Directory" { icon = "book" }

/// A directory spoken to by LDAP.
type LdapDirectory: Directory "LDAP directory"

/// The directory of a Windows network.
type ActiveDirectory: LdapDirectory + SecretStore "Active Directory" {
  /// Old challenge and response logins are still served.
  ntlm_allowed: Bool
  /// Accounts of services have passwords that people made up.
  service_passwords: Bool
}
