//! How one side of a conversation proves who it is.

/// The way in which an element learns who is calling. `NoAuthentication` is a statement; saying nothing is not.
enum Authentication {
  NoAuthentication "None: anyone who can connect is served"
  BasicAuth "Name and password sent with every request"
  Password "Password checked by the element itself"
  ApiKey "A fixed key that identifies the caller"
  SessionCookie "Session cookie after a login elsewhere"
  SignedToken "Signed token, such as a JWT"
  OAuth2 "OAuth 2 access token"
  OpenIdConnect "OpenID Connect"
  Saml "SAML assertion"
  Kerberos "Kerberos ticket"
  ClientCertificate "Client certificate"
  SshKey "SSH key pair"
  Passkey "Passkey or hardware token"
  WorkloadIdentity "Identity given by the platform, such as an IAM role"
}

/// Nothing stands between a stranger and the element, or only something that is easily copied and never changes.
fn weak(method: Authentication) = method in [NoAuthentication, BasicAuth, ApiKey]

/// What proves the caller is a thing that can be phished, guessed or copied.
fn replayable(method: Authentication) = method in [NoAuthentication, BasicAuth, Password, ApiKey]

/// The record of an action would not name one person or program.
fn unattributable(method: Authentication) = method in [NoAuthentication, ApiKey]
