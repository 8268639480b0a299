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

/// What is asked for beside the first proof.
enum SecondFactor {
  NoSecondFactor "Nothing"
  SmsCode "A code by text message or call"
  AppCode "A code from an app"
  PushApproval "A tap on a message that pops up"
  NumberMatching "A number typed into the app that asks"
  SecurityKey "A passkey, security key or certificate"
}

/// A caller is let in by this method, be it the main one or one of the others.
/// Other ways in that nobody stated are taken not to be there.
fn accepts(p: process, method: Authentication) = is_one_of(method, p.authentication, p.also_accepts)

/// The method is the main one or one of the others.
fn is_one_of(method: Authentication, main: Authentication, others: [Authentication]) = known(main)
    and main == method
  or known(others) and others has method

/// Nothing stands between a stranger and the element, or only something that is easily copied and never changes.
fn weak(method: Authentication) = method in [NoAuthentication, ApiKey]

/// The method, or a better one in its place where it is weak or nobody has said which it is.
fn or_better(method: Authentication, better: Authentication) = if known(method) and not weak(method)
    then method
  else better

/// The other ways in without those that are weak.
fn strong_ones(others: [Authentication]) = [m for m in others where (not weak(m))]

/// One of the ways into the store is weak. The others are looked at once the main one is known.
fn some_weak(s: store) = weak(s.authentication)
  or known(s.authentication)
    and known(s.also_accepts)
    and exists m in s.also_accepts where (weak(m))

/// One of the ways into the program is weak.
fn some_weak_in(p: process) = weak(p.authentication)
  or known(p.authentication)
    and known(p.also_accepts)
    and exists m in p.also_accepts where (weak(m))

/// What is asked for beside the password may be copied, too; a control says that something is. Asked once the way in is known.
fn second_is_no_key(p: process) = if known(p.authentication) and not known(p.second_factor)
    then p.controls has MultiFactor or p.second_factor != SecurityKey
  else not (known(p.second_factor) and p.second_factor == SecurityKey)

/// One of the ways into the program is a password, and nothing that a thief lacks is asked for beside it.
fn guessable(p: process) = (p.authentication in [BasicAuth, Password]
    or known(p.authentication)
      and known(p.also_accepts)
      and exists m in p.also_accepts where (m in [BasicAuth, Password]))
  and second_is_no_key(p)

/// A second factor is asked for.
fn asks_twice(second: SecondFactor) = known(second) and second != NoSecondFactor

/// The record of an action would not name one person or program.
fn unattributable(method: Authentication) = method in [NoAuthentication, ApiKey]
