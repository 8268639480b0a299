//! Controls for logins, tokens and those who issue them.

/// The address to return to must be the registered one, character by character.
control ExactRedirects: AuthorizationServer "Exact return addresses" {
  strength = 95%
  redirect_matching = ExactMatch
  satisfies = ["NIST-800-53 SI-10", "ISO-27001 A.8.5", "NIST-CSF-2.0 PR.AA-04"]
}

/// The code is worth nothing to anyone but the one who asked for it.
control Pkce: OAuthClient "Code bound to its requester" {
  strength = 95%
  pkce = true
  satisfies = ["NIST-800-53 SC-23", "ISO-27001 A.8.5", "NIST-CSF-2.0 PR.AA-04"]
}

/// Tokens work only for who holds a key of their own.
control SenderConstrainedTokens: process "Tokens bound to their owner" {
  strength = 90%
  satisfies = [
    "NIST-800-53 IA-5(10)",
    "NIST-800-53 SC-23",
    "ISO-27001 A.8.5",
    "SOC-2 CC6.1",
    "NIST-CSF-2.0 PR.AA-04"
  ]
}

/// Signature, issuer, time and audience of each token are checked by one well-kept library.
control TokenValidation: ResourceServer "Tokens checked in full" {
  strength = 90%
  signature_checked = true
  audience_checked = true
  satisfies = [
    "NIST-800-53 IA-9",
    "NIST-800-53 AC-3",
    "ISO-27001 A.8.5",
    "SOC-2 CC6.1",
    "NIST-CSF-2.0 PR.AA-03",
    "NIST-CSF-2.0 PR.AA-04"
  ]
}

/// Each use of a refresh token replaces it; a second use of the old one ends all of them.
control RefreshRotation: IdentityProvider "Rotating refresh tokens" {
  strength = 75%
  satisfies = ["NIST-800-53 IA-5", "ISO-27001 A.5.17", "SOC-2 CC6.1", "NIST-CSF-2.0 PR.AA-01"]
}

/// People can give access only to programs that somebody has looked at.
control AppApproval: IdentityProvider "Programs approved before people trust them" {
  strength = 80%
  satisfies = ["NIST-800-53 CM-11", "NIST-800-53 AC-6", "SOC-2 CC6.1", "NIST-CSF-2.0 PR.AA-05"]
}

/// A server of the application keeps the tokens; the browser gets a cookie.
control BackendForFrontend: process "Tokens stay on the server" {
  strength = 85%
  satisfies = ["NIST-800-53 SC-23", "ISO-27001 A.8.27", "NIST-CSF-2.0 PR.AA-04"]
}

/// Only the part of the document that the signature covers is read, once, by a parser that agrees with the checker.
control StrictAssertions: SamlServiceProvider "Assertions checked strictly" {
  strength = 90%
  strict_signatures = true
  replay_checked = true
  satisfies = [
    "NIST-800-53 IA-9",
    "NIST-800-53 SC-23",
    "ISO-27001 A.8.5",
    "SOC-2 CC6.1",
    "NIST-CSF-2.0 PR.AA-04"
  ]
}

/// Signing keys live in hardware that signs and never tells.
control KeysInHardware: process + store "Keys kept in hardware" {
  strength = 85%
  satisfies = ["NIST-800-53 SC-12(3)", "NIST-800-53 SC-13", "ISO-27001 A.8.24", "SOC-2 CC6.1"]
}

/// Only slow, salted hashes of passwords are kept.
control SlowPasswordHash: store + process "Slow password hashes" {
  strength = 85%
  satisfies = [
    "NIST-800-53 IA-5(1)",
    "PCI-DSS-4.0.1 8.3.2",
    "ISO-27001 A.5.17",
    "SOC-2 CC6.1",
    "NIST-CSF-2.0 PR.AA-01"
  ]
}

/// Right and wrong names get the same answer after the same time.
control EqualAnswers: process "Same answer for every name" {
  strength = 85%
  satisfies = ["NIST-800-53 IA-6", "ISO-27001 A.8.5"]
}

/// A new factor needs an old one, or a person who checks, and the owner is told.
control GuardedEnrolment: AuthenticatesPeople "Guarded enrolment of factors" {
  strength = 85%
  enrolment_guarded = true
  satisfies = [
    "NIST-800-53 IA-5",
    "PCI-DSS-4.0.1 8.5.1",
    "ISO-27001 A.5.17",
    "SOC-2 CC6.1",
    "NIST-CSF-2.0 PR.AA-01",
    "NIST-CSF-2.0 PR.AA-02"
  ]
}

/// What matters most asks again who is there.
control StepUp: KeepsSessions "Fresh proof for what matters" {
  strength = 80%
  step_up = true
  satisfies = ["NIST-800-53 IA-11", "ISO-27001 A.8.5", "SOC-2 CC6.1", "NIST-CSF-2.0 PR.AA-03"]
}

/// A session ends everywhere at once when it should.
control SessionRevocation: KeepsSessions "Sessions can be ended" {
  strength = 85%
  revocable = true
  satisfies = [
    "NIST-800-53 SC-23(1)",
    "NIST-800-53 AC-12",
    "PCI-DSS-4.0.1 8.2.5",
    "ISO-27001 A.5.18",
    "SOC-2 CC6.2",
    "CIS-8.1 6.2",
    "NIST-CSF-2.0 PR.AA-01"
  ]
}

/// The directory speaks only to those who sign, and ties the login to the connection.
control RelayProtection: ActiveDirectory "Signed and bound logins" {
  strength = 80%
  satisfies = [
    "NIST-800-53 SC-23",
    "NIST-800-53 IA-2(8)",
    "ISO-27001 A.8.5",
    "NIST-CSF-2.0 PR.AA-03"
  ]
}

/// Passwords of services are long, random, and changed by the directory itself.
control ManagedServiceAccounts: ActiveDirectory "Managed service accounts" {
  strength = 90%
  service_passwords = false
  satisfies = [
    "NIST-800-53 IA-5(1)",
    "PCI-DSS-4.0.1 8.6.3",
    "ISO-27001 A.5.17",
    "SOC-2 CC6.1",
    "CIS-8.1 5.2",
    "NIST-CSF-2.0 PR.AA-01"
  ]
}

/// The platform confirms what runs before an identity is given to it.
control WorkloadAttestation: WorkloadIdentityIssuer "Attested workloads" {
  strength = 85%
  attested = true
  satisfies = [
    "NIST-800-53 IA-9",
    "NIST-800-53 IA-3",
    "ISO-27001 A.5.16",
    "SOC-2 CC6.1",
    "NIST-CSF-2.0 PR.AA-02",
    "NIST-CSF-2.0 PR.AA-03"
  ]
}

/// Programs get credentials that are good for hours, from the platform they run on.
control ShortLivedCredentials: process "Short-lived machine credentials" {
  strength = 85%
  satisfies = [
    "NIST-800-53 IA-5",
    "PCI-DSS-4.0.1 8.6.3",
    "ISO-27001 A.5.17",
    "SOC-2 CC6.1",
    "NIST-CSF-2.0 PR.AA-01"
  ]
}

/// Staff can act as a user only with a reason, for a while, and both are recorded.
control VisibleSupportAccess: ActsAsUser "Support access on the record" {
  strength = 80%
  visible = true
  satisfies = [
    "NIST-800-53 AU-12",
    "NIST-800-53 AC-6(9)",
    "ISO-27001 A.8.2",
    "ISO-27001 A.8.15",
    "SOC-2 CC7.2",
    "CIS-8.1 3.14",
    "CIS-8.1 8.5",
    "NIST-CSF-2.0 PR.PS-04"
  ]
}
