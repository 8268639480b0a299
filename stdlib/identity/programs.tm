//! Programs that vouch for people and machines, and programs that believe them.
use std.web

/// How the address to return to is compared with the registered one.
enum RedirectMatching {
  ExactMatch "Character by character"
  PrefixMatch "By its beginning"
  PatternMatch "By a pattern or a wildcard"
}

/// Where a client keeps its tokens.
enum TokenStorage {
  BrowserStorage "Where every script of the page can read"
  PageMemory "In the memory of the page"
  ServerSide "On a server; the browser has a cookie that scripts cannot read"
  DeviceKeystore "In the key store of the device"
}

/// Issues access tokens after people, or programs, have proved who they are.
type AuthorizationServer: IdentityProvider "OAuth authorisation server" {
  /// How the address to return to is compared with the registered one.
  redirect_matching: RedirectMatching
  /// Tokens are handed out in the address, without a code in between.
  implicit_flow: Bool
  /// Clients may collect the password themselves and hand it over.
  password_grant: Bool
  /// People approve a device by typing its code elsewhere.
  device_flow: Bool
  /// Anyone may register a client that people are then asked to trust.
  open_client_registration: Bool
}

/// Tells clients who logged in.
type OpenIdProvider: AuthorizationServer "OpenID provider"

/// Vouches for people with signed assertions.
type SamlIdentityProvider: IdentityProvider "SAML identity provider"

/// Gives programs tokens in exchange for those of another issuer, such as a build system's.
type TokenExchange: IdentityProvider "Token exchange for machines" {
  icon = "key"
  /// It names exactly which repository, branch, account or job of the other issuer may have which role.
  subject_pinned: Bool
}

/// Gives programs short-lived identities, as SPIFFE does.
type WorkloadIdentityIssuer: process "Issuer of workload identities" {
  icon = "certificate"
  /// It checks what runs where, with the platform, before it gives an identity out.
  attested: Bool
}

/// Signs certificates that others believe.
type CertificateAuthority: process "Certificate authority" {
  icon = "certificate"
  /// Who asks for a certificate may choose the name in it.
  subject_by_requester: Bool
}

/// Asks an authorisation server for tokens.
type OAuthClient: process "OAuth client" {
  /// The code is bound to the one who asked for it (PKCE).
  pkce: Bool
  /// The answer is matched with a request of this browser (`state`).
  state_checked: Bool
  /// The answer says which server gave it, and the client compares (`iss`).
  issuer_checked: Bool
  /// Where it keeps its tokens.
  token_storage: TokenStorage
}

/// Lets people in on the word of an OpenID provider.
type RelyingParty: OAuthClient "OpenID relying party" {
  /// A login is joined to an existing account because both have one e-mail address.
  links_by_email: Bool
  /// Every organisation that uses the provider may log in, not only ours.
  any_tenant: Bool
}

/// Lets people in on the word of a SAML identity provider.
type SamlServiceProvider: process "SAML service provider" {
  /// It uses only what the checked signature covers.
  strict_signatures: Bool
  /// Each assertion is accepted once, for this service, and in answer to a request of its own.
  replay_checked: Bool
}

/// Serves whoever shows an access token.
type ResourceServer: process "Accepts access tokens" {
  /// Signature, issuer and time are checked, with an algorithm that the token cannot choose.
  signature_checked: Bool
  /// Tokens that were made for another service are refused.
  audience_checked: Bool
}

/// Asks people who they are and believes what they show.
type AuthenticatesPeople: process "Logs people in" {
  /// Adding or replacing a factor needs one that was there before.
  enrolment_guarded: Bool
  /// Its answers, or their time, tell whether somebody has an account.
  reveals_accounts: Bool
}

/// Registers passkeys and checks logins made with them.
type PasskeyServer: process "Checks passkeys" {
  /// The site in the signed answer, and that each challenge is used once, are checked.
  origin_checked: Bool
}

/// Remembers who is logged in.
type KeepsSessions: process "Keeps sessions" {
  /// A session can be ended from here: at logout, when the password changes, when a person leaves.
  revocable: Bool
  /// The cookie goes to every host of the domain.
  cookie_for_all_hosts: Bool
  /// What matters most asks for a fresh proof, however old the session is.
  step_up: Bool
}

/// Lets staff see and do what a user sees and can do.
type ActsAsUser: process "Staff act as a user" {
  /// Each use is recorded with the person behind it, and shown to the user.
  visible: Bool
}
