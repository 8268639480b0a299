//! What proves identity, as data: tokens, assertions, verifiers and the keys that make them.
use std.web

/// How a password is kept so that it can be checked.
enum PasswordHashing {
  PlainText "As it was typed"
  Reversible "Encrypted, so that it can be read again"
  FastHash "A hash made for speed, such as SHA-256"
  SlowHash "A hash made to be slow and salted, such as Argon2 or bcrypt"
}

/// What remains of a password so that the next one can be compared with it.
type PasswordVerifier: Credentials "Password verifier" {
  /// How it is made from the password.
  hashing: PasswordHashing
}

/// Whoever shows it is served, like a coin.
type BearerToken: Credentials "Bearer token" {
  /// How long it opens something after it was issued.
  lifetime: Duration
  /// It works only together with a key that its owner keeps (DPoP, mutual TLS).
  sender_constrained: Bool
  /// It opens much more than its owner's task needs.
  broad: Bool
}

/// An OAuth access token: good for calls to an API.
type AccessToken: BearerToken "Access token"

/// Good for new access tokens.
type RefreshToken: BearerToken "Refresh token" {
  /// Each use replaces it, and the use of an old one ends the whole family.
  rotates: Bool
}

/// Made by a person for their scripts, and good until they remember to remove it.
type PersonalAccessToken: BearerToken "Personal access token"

/// Says who logged in, when, and to which client.
type IdToken: Credentials "ID token"

/// Says the same in XML.
type SamlAssertion: Credentials "SAML assertion"

/// What a program shows to other programs.
type MachineCredential: Secret "Machine's credential" {
  /// How long it is good for before it must be replaced.
  lifetime: Duration
}

/// What tokens, assertions or certificates are signed with: who has it can be anyone.
type SigningKey: Secret "Signing key" {
  /// It was made in hardware and cannot leave it.
  in_hardware: Bool
}
