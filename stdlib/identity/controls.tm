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

/// Challenge and response logins are recorded, moved to better ones, and then refused.
control NoOldLogins: ActiveDirectory "Old logins switched off" {
  strength = 90%
  ntlm_allowed = false
  satisfies = ["NIST-800-53 IA-2", "ISO-27001 A.8.5", "SOC-2 CC6.1", "NIST-CSF-2.0 PR.AA-03"]
}

/// An account is found by the issuer and the number it gave; addresses of mail join nothing without a fresh login to both.
control KnownByIssuerAndId: RelyingParty "People known by issuer and id" {
  strength = 90%
  links_by_email = false
  satisfies = ["NIST-800-53 IA-2", "ISO-27001 A.8.5", "SOC-2 CC6.1", "NIST-CSF-2.0 PR.AA-03"]
}

/// The organisation in the token is compared with a list.
control ListedTenants: RelyingParty "Listed organisations only" {
  strength = 95%
  any_tenant = false
  satisfies = ["NIST-800-53 IA-2", "ISO-27001 A.8.5", "SOC-2 CC6.1", "NIST-CSF-2.0 PR.AA-03"]
}

/// Each role names the repository, branch, account or job that may have it, without patterns.
control PinnedSubjects: TokenExchange "Exact subjects for each role" {
  strength = 90%
  subject_pinned = true
  satisfies = ["NIST-800-53 IA-9", "ISO-27001 A.8.5", "SOC-2 CC6.1", "NIST-CSF-2.0 PR.AA-03"]
}

/// The name in a certificate comes from the proven identity of who asks; templates that let one choose are gone.
control NamesFromCaller: CertificateAuthority "Names taken from the caller" {
  strength = 90%
  subject_by_requester = false
  satisfies = ["NIST-800-53 IA-9", "ISO-27001 A.8.5", "SOC-2 CC6.1", "NIST-CSF-2.0 PR.AA-03"]
}

/// The second proof is a key that answers only the true site; codes by text and approvals by touch are gone, also on the way back in.
control SecurityKeys: process "Security keys or passkeys for everyone" {
  strength = 95%
  second_factor = SecurityKey
  satisfies = [
    "NIST-800-53 IA-2(1)",
    "NIST-800-53 IA-2(8)",
    "PCI-DSS-4.0.1 8.5.1",
    "ISO-27001 A.8.5",
    "CIS-8.1 6.3",
    "NIST-CSF-2.0 PR.AA-03"
  ]
}

/// A well-kept library compares the site in the signed answer and takes each challenge once.
control CheckedOrigins: PasskeyServer "Origin and challenge checked" {
  strength = 95%
  origin_checked = true
  satisfies = [
    "NIST-800-53 IA-2(1)",
    "NIST-800-53 IA-2(8)",
    "PCI-DSS-4.0.1 8.5.1",
    "ISO-27001 A.8.5",
    "CIS-8.1 6.3",
    "NIST-CSF-2.0 PR.AA-03"
  ]
}

/// Login, registration and recovery answer alike for every name, in words and in time.
control NothingRevealed: AuthenticatesPeople "Nobody learns who has an account" {
  strength = 85%
  reveals_accounts = false
  satisfies = ["NIST-800-53 IA-6", "ISO-27001 A.8.5"]
}

/// The session's cookie names no domain and has a prefix that holds browsers to it.
control HostOnlyCookies: KeepsSessions "Cookies for one host" {
  strength = 85%
  cookie_for_all_hosts = false
  satisfies = ["NIST-800-53 SC-23", "ISO-27001 A.8.5", "NIST-CSF-2.0 PR.AA-04"]
}

/// Each answer carries the value that this browser was given with the request, and others are refused.
control MatchedAnswers: OAuthClient "Answers matched with requests" {
  strength = 95%
  state_checked = true
  satisfies = ["NIST-800-53 SC-23", "ISO-27001 A.8.5", "NIST-CSF-2.0 PR.AA-04"]
}

/// The server hands out codes, never tokens, in addresses; the old flow is refused for every client.
control CodesOnly: AuthorizationServer "Codes instead of tokens in addresses" {
  strength = 95%
  implicit_flow = false
  satisfies = ["NIST-800-53 SC-23", "ISO-27001 A.8.5", "NIST-CSF-2.0 PR.AA-04"]
}

/// The flow in which clients collect passwords is refused; people log in at the server itself.
control NoPasswordsByClients: AuthorizationServer "No passwords through clients" {
  strength = 95%
  password_grant = false
  satisfies = ["NIST-800-53 IA-2", "ISO-27001 A.8.5", "SOC-2 CC6.1", "NIST-CSF-2.0 PR.AA-03"]
}

/// The answer names its server, and the client compares it with the one it asked.
control ComparedIssuers: OAuthClient "Issuers compared" {
  strength = 95%
  issuer_checked = true
  satisfies = ["NIST-800-53 SC-23", "ISO-27001 A.8.5", "NIST-CSF-2.0 PR.AA-04"]
}

/// Somebody looks at each client before people can be asked to trust it.
control ClientsByHand: AuthorizationServer "Clients registered by hand" {
  strength = 80%
  open_client_registration = false
  satisfies = ["SOC-2 CC6.1"]
}

/// Approving a device by typing its code elsewhere is switched off, or open to listed clients in listed networks alone.
control NoDeviceFlow: AuthorizationServer "No approval by typed codes" {
  strength = 90%
  device_flow = false
  satisfies = ["NIST-800-53 IA-2", "ISO-27001 A.8.5", "SOC-2 CC6.1", "NIST-CSF-2.0 PR.AA-03"]
}

/// A server of the client keeps the tokens; the page gets a cookie that scripts cannot read.
control ServerSideTokens: OAuthClient "Tokens on a server" {
  strength = 85%
  token_storage = ServerSide
  satisfies = ["NIST-800-53 SC-23", "ISO-27001 A.8.5", "NIST-CSF-2.0 PR.AA-04"]
}

/// The token names a key, and is accepted only with proof of that key.
control BoundToken: BearerToken "Token bound to a key" {
  strength = 90%
  sender_constrained = true
  satisfies = ["NIST-800-53 IA-5", "NIST-800-53 SC-23", "ISO-27001 A.8.5", "NIST-CSF-2.0 PR.AA-04"]
}

/// The token names the few rights and the one receiver of its task.
control NarrowToken: BearerToken "Token for one task" {
  strength = 80%
  broad = false
  satisfies = ["NIST-800-53 AC-6", "ISO-27001 A.8.2", "SOC-2 CC6.3", "NIST-CSF-2.0 PR.AA-05"]
}

/// Each use replaces it, and the use of an old one ends the whole family.
control RotatingToken: RefreshToken "Token that each use replaces" {
  strength = 75%
  rotates = true
  satisfies = ["NIST-800-53 IA-5", "NIST-800-53 SC-23", "ISO-27001 A.8.5", "NIST-CSF-2.0 PR.AA-04"]
}

/// Passwords are hashed again with a slow method and a salt of their own, at the next login or all at once.
control SlowHashes: PasswordVerifier "Hashes that are slow to try" {
  strength = 85%
  hashing = SlowHash
  satisfies = [
    "NIST-800-53 IA-5(1)",
    "PCI-DSS-4.0.1 8.3.2",
    "ISO-27001 A.5.17",
    "SOC-2 CC6.1",
    "NIST-CSF-2.0 PR.AA-01"
  ]
}
