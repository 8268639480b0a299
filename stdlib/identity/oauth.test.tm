//! OAuth: what fires, what stays silent.
use std.web

test "the address to return to" {
  actor alice: User
  process loose: OpenIdProvider { redirect_matching = PrefixMatch }
  process exact: OpenIdProvider { redirect_matching = ExactMatch }
  process quiet: OpenIdProvider
  flow a: alice -> loose
  flow b: alice -> exact
  flow c: alice -> quiet
  expect LooseReturnAddress on loose
  expect no LooseReturnAddress on exact
  expect possible LooseReturnAddress on quiet
}

test "codes" {
  process login: OpenIdProvider
  process open: OAuthClient { pkce = false }
  process bound: OAuthClient { apply Pkce }
  process quiet: OAuthClient
  process alone: OAuthClient { pkce = false }
  flow a: open -> login
  flow b: bound -> login
  flow c: quiet -> login
  expect InterceptedCode on open
  expect no InterceptedCode on bound
  expect possible InterceptedCode on quiet
  expect no InterceptedCode on alone
}

test "logins that nobody began" {
  actor alice: User
  process open: WebApp + OAuthClient { state_checked = false, pkce = false }
  process bound: WebApp + OAuthClient { state_checked = false, pkce = true }
  process careful: WebApp + OAuthClient { state_checked = true }
  process quiet: WebApp + OAuthClient
  flow a: alice -> open
  flow b: alice -> bound
  flow c: alice -> careful
  flow d: alice -> quiet
  expect ForgedLogin on open
  expect no ForgedLogin on bound
  expect no ForgedLogin on careful
  expect no ForgedLogin on quiet
}

test "old ways of asking for tokens" {
  actor alice: User
  process old: AuthorizationServer {
    implicit_flow = true
    password_grant = true
    device_flow = true
    open_client_registration = true
  }
  process new: AuthorizationServer {
    implicit_flow = false
    password_grant = false
    device_flow = false
    open_client_registration = false
  }
  process quiet: AuthorizationServer
  flow a: alice -> old
  flow b: alice -> new
  flow c: alice -> quiet
  expect TokenInRedirect on old
  expect PasswordsForClients on old
  expect DeviceCodePhishing on old
  expect DeceptiveConsent on old
  expect no TokenInRedirect on new
  expect no PasswordsForClients on new
  expect no DeviceCodePhishing on new
  expect no DeceptiveConsent on new
  expect no TokenInRedirect on quiet
  expect no PasswordsForClients on quiet
  expect no DeviceCodePhishing on quiet
  expect no DeceptiveConsent on quiet
}

test "two issuers" {
  external process ours: OpenIdProvider
  external process theirs: OpenIdProvider
  process mixed: RelyingParty { issuer_checked = false }
  process careful: RelyingParty { issuer_checked = true }
  process single: RelyingParty { issuer_checked = false }
  flow a: mixed -> ours
  flow b: mixed -> theirs
  flow c: careful -> ours
  flow d: careful -> theirs
  flow e: single -> ours
  expect MixedUpIssuers on mixed
  expect no MixedUpIssuers on careful
  expect no MixedUpIssuers on single
}

test "tokens at the door" {
  actor alice: User
  process open: WebService + ResourceServer { signature_checked = false, audience_checked = false }
  process strict: WebService + ResourceServer { apply TokenValidation }
  process quiet: WebService + ResourceServer
  flow a: alice -> open
  flow b: alice -> strict
  flow c: alice -> quiet
  expect ForgedToken on open
  expect TokenForAnotherService on open
  expect no ForgedToken on strict
  expect no TokenForAnotherService on strict
  expect possible ForgedToken on quiet
  expect possible TokenForAnotherService on quiet
}

test "tokens in the page" {
  process page: SinglePageApp + OAuthClient { token_storage = BrowserStorage }
  process careful: SinglePageApp + OAuthClient { token_storage = ServerSide }
  process quiet: SinglePageApp + OAuthClient
  expect TokenInPage on page
  expect no TokenInPage on careful
  process app: MobileApp + OAuthClient
  expect possible TokenInPage on quiet
  expect no TokenInPage on app
}

test "tokens that last, and tokens that open much" {
  data Script: PersonalAccessToken { lifetime = 365d, broad = true, sender_constrained = false }
  data Call: AccessToken { lifetime = 10min, broad = false }
  data Bound: AccessToken { lifetime = 30d, sender_constrained = true }
  data Quiet: AccessToken
  data Unsaid: AccessToken { lifetime = 30d }
  data Weighty: AccessToken { confidentiality = VeryHigh }
  data Tied: AccessToken { confidentiality = VeryHigh, sender_constrained = true }
  boundary outside: Internet {
    process script
  }
  boundary inside: PrivateNetwork {
    process api: WebService
  }
  flow f: script -> api { sends = [Script, Call, Bound, Quiet, Unsaid, Weighty, Tied] }
  expect possible LongLivedToken on Weighty
  expect no LongLivedToken on Tied
  expect LongLivedToken on Script
  expect no LongLivedToken on Call
  expect no LongLivedToken on Bound
  expect no LongLivedToken on Quiet
  expect possible LongLivedToken on Unsaid
  expect BroadToken on Script
  expect no BroadToken on Call
  expect no BroadToken on Quiet
}

test "refresh tokens in the hands of clients" {
  data Fixed: RefreshToken { rotates = false, sender_constrained = false }
  data Rotating: RefreshToken { rotates = true }
  data Quiet: RefreshToken
  data Kept: RefreshToken { rotates = false }
  data Stays: RefreshToken { rotates = false }
  data Bound: RefreshToken { sender_constrained = true }
  process app: MobileApp
  process server: WebService
  process login: OpenIdProvider
  flow a: app -> login { receives = [Fixed, Rotating, Quiet, Stays, Bound] }
  flow b: server -> login { receives = Kept }
  expect StolenRefreshToken on Fixed
  expect no StolenRefreshToken on Rotating
  expect possible StolenRefreshToken on Quiet
  expect no StolenRefreshToken on Kept
  expect possible StolenRefreshToken on Stays
  expect no StolenRefreshToken on Bound
}

test "tokens bound to their owner lower the risk" {
  data Script: PersonalAccessToken { lifetime = 365d, sender_constrained = false }
  data Other: PersonalAccessToken { lifetime = 365d, sender_constrained = false }
  boundary outside: Internet {
    process script { apply SenderConstrainedTokens }
    process bare
  }
  process api: WebService
  flow f: script -> api { sends = Script }
  flow g: bare -> api { sends = Other }
  expect residual(Script) < residual(Other)
}
