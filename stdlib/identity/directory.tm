//! Directories and the old protocols around them.
use std.web

/// A caller's value becomes part of a search in the directory: a star finds everyone, a bracket ends the condition that asked for the password.
threat LdapInjection: Stride.Tampering "Input becomes part of a directory search" {
  on p: process
  when p is not PassesOn
  when exists s in stores_used(p) where (s is LdapDirectory)
    or exists s in stores_used_behind(p) where (s is LdapDirectory)
  when p is not ReadyMade and not p.input_validation
  when given_from_outside(p)
  likelihood = if open_to_strangers(p) then Moderate else Low
  impact = High
  mitigated_by = [
    InputValidation,
    Waf(strength = 40%),
    Waf(strength = 40%, on = p.inflows.source),
    LeastPrivilege
  ]
  references = ["CWE-90", "CAPEC-136", "T1190", "A03:2021", "A05:2025"]
  message = "What comes to {p} from outside may end up inside searches of a directory."
  detection = "Log in with a star as the name, and with a name that closes a bracket and adds a condition that is always true."
  false_positives = "A library builds the filters and escapes each value."
  remedy = "Build filters with a library that escapes values, and accept only the characters that names have."
  fix "Input is validated" { p.input_validation = true }
}

/// Somebody in the network makes a machine log in to theirs and passes the login on to another one, where it counts.
threat RelayedLogin: Stride.Spoofing "Logins passed on to another machine" {
  on s: ActiveDirectory
  when s.ntlm_allowed
  likelihood = Moderate
  impact = VeryHigh
  mitigated_by = [NoOldLogins, RelayProtection, NetworkSegmentation(strength = 40%)]
  references = ["CWE-294", "CAPEC-94", "T1557.001", "T1550.002"]
  message = "Logins that can be passed on may still work at {s}."
  detection = "In a test network, let a server log in to a listener and relay it to the directory and to the certificate service."
  false_positives = "All servers demand signing and tie logins to the connection."
  remedy = "Find who still uses the old logins, move them to Kerberos, demand signing and channel binding, then switch the old ones off."
  fix "Switch old logins off" { s.ntlm_allowed = false }
}

/// Any user may ask for a ticket to a service, which is encrypted with the service's password, and try passwords at home until one fits.
threat CrackedServicePassword: Stride.ElevationOfPrivilege "Service passwords found at leisure" {
  on s: ActiveDirectory
  when s.service_passwords
  likelihood = Moderate
  impact = High
  mitigated_by = [
    ManagedServiceAccounts,
    PasswordPolicy(strength = 40%),
    LeastPrivilege,
    Alerting(strength = 30%)
  ]
  references = ["CWE-1391", "CAPEC-509", "T1558.003"]
  message = "Services in {s} may have passwords that people made up."
  detection = "As an ordinary user, ask for tickets of all services and run a list of words over them for a day."
  false_positives = "The passwords are random and longer than thirty characters."
  remedy = "Use accounts whose passwords the directory makes and changes; take rights from those that remain."
  fix "Let the directory make them" { s.service_passwords = false }
}
