//! The measure of noise: what the package says about a small system of which little is written.
use std.web

test "a web application, its API and a provider of logins: only questions" {
  data Code: AccessToken
  data Profile { confidentiality = Moderate, integrity = Moderate }
  boundary outside: Internet {
    actor alice: User
    external process provider: OpenIdProvider
  }
  boundary inside: PrivateNetwork {
    process site: WebApp + RelyingParty + KeepsSessions
    process api: WebService + ResourceServer
    store db: Postgres { holds = Profile }
  }
  flow browse: alice -> site over Https { sends = Profile, receives = Profile }
  flow login: alice -> provider over Https { sends = [] }
  flow exchange: site -> provider over Https { receives = Code }
  flow call: site -> api over Https { sends = [Code, Profile] }
  flow query: api -> db over PostgresWire { sends = Profile }
  expect possible InterceptedCode on site
  expect possible TokenForAnotherService on api
  expect no ForgedToken on api
  expect no ForgedLogin on site
  expect no MixedUpIssuers on site
  expect no JoinedByEmail on site
  expect no AnyTenant on site
  expect no TokenInPage on site
  expect no SessionThatCannotEnd on site
  expect no OldLoginForGreatActs on site
  expect no LongLivedToken on Code
  expect no BroadToken on Code
  expect no LooseReturnAddress on provider
  expect inherent(api) == VeryLow and inherent(Code) == VeryLow
}

test "a login service of one's own: only questions" {
  data Verifier: PasswordVerifier
  data Key: SigningKey
  actor alice: User
  process login: OpenIdProvider + AuthenticatesPeople { holds = Key }
  store accounts: Postgres { holds = Verifier }
  flow f: alice -> login
  flow g: login -> accounts { receives = Verifier }
  expect possible LooseReturnAddress on login
  expect possible StolenSigningKey on login
  expect possible CrackedPasswords on accounts.Verifier
  expect no EnrolledByAThief on login
  expect possible AccountsRevealed on login
  expect no DeceptiveConsent on login
  expect no TokenInRedirect on login
  expect inherent(login) == VeryLow and inherent(accounts) == VeryLow
}
