//! Logins and sessions: what fires, what stays silent.
use std.web

test "second factors" {
  boundary outside: Internet {
    actor alice: User
  }
  boundary inside: PrivateNetwork {
    process texts: WebApp + AuthenticatesPeople { second_factor = SmsCode }
    process taps: WebApp + AuthenticatesPeople { second_factor = PushApproval }
    process codes: WebApp + AuthenticatesPeople { second_factor = AppCode }
    process keys: WebApp + AuthenticatesPeople { second_factor = SecurityKey }
    process quiet: WebApp + AuthenticatesPeople
  }
  flow a: alice -> texts
  flow b: alice -> taps
  flow c: alice -> codes
  flow d: alice -> keys
  flow e: alice -> quiet
  expect InterceptedTextCode on texts
  expect PushFatigue on taps
  expect RelayedFactor on codes
  expect no PushFatigue on texts
  expect no RelayedFactor on texts
  expect no InterceptedTextCode on keys
  expect no PushFatigue on keys
  expect no RelayedFactor on keys
  expect no InterceptedTextCode on quiet
  expect no PushFatigue on quiet
  expect no RelayedFactor on quiet
}

test "a stated factor says what it is wherever people log in" {
  boundary outside: Internet {
    actor alice: User
  }
  process texts: WebApp { authentication = Password, second_factor = SmsCode }
  process taps { authentication = Password, second_factor = PushApproval }
  process codes: WebService { authentication = Password, second_factor = AppCode }
  process keys: WebService { authentication = Password, second_factor = SecurityKey }
  flow a: alice -> texts
  flow b: alice -> taps
  flow c: alice -> codes
  flow d: alice -> keys
  expect InterceptedTextCode on texts
  expect PushFatigue on taps
  expect RelayedFactor on codes
  expect no InterceptedTextCode on keys
  expect no PushFatigue on keys
  expect no RelayedFactor on keys
}

test "enrolment" {
  actor alice: User
  process open: WebApp + AuthenticatesPeople {
    second_factor = SecurityKey,
    enrolment_guarded = false
  }
  process guarded: WebApp + AuthenticatesPeople {
    second_factor = SecurityKey,
    apply GuardedEnrolment
  }
  process quiet: WebApp + AuthenticatesPeople { second_factor = SecurityKey }
  process bare: WebApp + AuthenticatesPeople { second_factor = NoSecondFactor }
  flow a: alice -> open
  flow b: alice -> guarded
  flow c: alice -> quiet
  flow d: alice -> bare
  expect EnrolledByAThief on open
  expect no EnrolledByAThief on guarded
  expect possible EnrolledByAThief on quiet
  expect no EnrolledByAThief on bare
}

test "passkeys" {
  actor alice: User
  process loose: WebApp + PasskeyServer { origin_checked = false }
  process strict: WebApp + PasskeyServer { origin_checked = true }
  process quiet: WebApp + PasskeyServer
  flow a: alice -> loose
  flow b: alice -> strict
  flow c: alice -> quiet
  expect UncheckedPasskeyOrigin on loose
  expect no UncheckedPasskeyOrigin on strict
  expect possible UncheckedPasskeyOrigin on quiet
}

test "who has an account" {
  actor alice: User
  actor clerk: Employee
  process telling: WebApp + AuthenticatesPeople { reveals_accounts = true }
  process silent: WebApp + AuthenticatesPeople { reveals_accounts = false }
  process office: WebApp + AuthenticatesPeople { reveals_accounts = true }
  flow a: alice -> telling
  flow b: alice -> silent
  flow c: clerk -> office
  expect AccountsRevealed on telling
  expect no AccountsRevealed on silent
  expect no AccountsRevealed on office
}

test "how passwords are kept" {
  data Fast: PasswordVerifier { hashing = FastHash }
  data Slow: PasswordVerifier { hashing = SlowHash }
  data Unsaid: PasswordVerifier
  store accounts: Postgres { holds = [Fast, Slow, Unsaid] }
  expect CrackedPasswords on accounts.Fast
  expect no CrackedPasswords on accounts.Slow
  expect possible CrackedPasswords on accounts.Unsaid
}

test "sessions" {
  data Address { integrity = High }
  data Search { integrity = Low }
  actor alice: User
  process old: WebApp + KeepsSessions {
    revocable = false,
    cookie_for_all_hosts = true,
    step_up = false
  }
  process new: WebApp + KeepsSessions {
    cookie_for_all_hosts = false,
    apply [SessionRevocation, StepUp]
  }
  process quiet: WebApp + KeepsSessions
  process search: WebApp + KeepsSessions { step_up = false }
  flow a: alice -> old { sends = Address }
  flow b: alice -> new { sends = Address }
  flow c: alice -> quiet { sends = Address }
  flow d: alice -> search { sends = Search }
  expect SessionThatCannotEnd on old
  expect CookieForEveryHost on old
  expect OldLoginForGreatActs on old
  expect no SessionThatCannotEnd on new
  expect no CookieForEveryHost on new
  expect no OldLoginForGreatActs on new
  expect possible SessionThatCannotEnd on quiet
  expect no SessionThatCannotEnd on search // little is gained
  expect no CookieForEveryHost on quiet
  expect possible OldLoginForGreatActs on quiet
  expect no OldLoginForGreatActs on search
}

test "staff as users" {
  actor helper: Employee
  process hidden: WebApp + ActsAsUser { visible = false }
  process open: WebApp + ActsAsUser { apply VisibleSupportAccess }
  process quiet: WebApp + ActsAsUser
  flow a: helper -> hidden
  flow b: helper -> open
  flow c: helper -> quiet
  expect InvisibleSupport on hidden
  expect no InvisibleSupport on open
  expect possible InvisibleSupport on quiet
}

test "a login is worth what lies behind it" {
  data Diagnosis { confidentiality = VeryHigh }
  data Score { confidentiality = Low, integrity = Low }
  actor alice: User
  actor bob: User
  process clinic: WebApp + AuthenticatesPeople { second_factor = PushApproval }
  process game: WebApp + AuthenticatesPeople { second_factor = PushApproval }
  flow a: alice -> clinic { receives = Diagnosis }
  flow b: bob -> game { receives = Score }
  expect stakes(clinic) == High
  expect stakes(game) == Moderate
}

test "staff and administrators behind a relay" {
  actor clerk: Employee
  actor boss: Administrator
  actor alice: User
  process lb: LoadBalancer
  process public_lb: LoadBalancer
  process desk: WebApp + ActsAsUser { visible = false }
  process shown: WebApp + ActsAsUser { visible = true }
  process quiet: WebApp + ActsAsUser
  process shop: WebApp + ActsAsUser { visible = false }
  process inside_logins: WebApp + AuthenticatesPeople { reveals_accounts = true }
  process logins: WebApp + AuthenticatesPeople { reveals_accounts = true }
  flow a: clerk -> lb
  flow b: lb -> desk
  flow c: lb -> shown
  flow d: lb -> quiet
  flow e: lb -> inside_logins
  flow f: alice -> public_lb
  flow g: public_lb -> shop
  flow h: public_lb -> logins
  flow i: boss -> lb
  expect InvisibleSupport on desk
  expect no InvisibleSupport on shown
  expect possible InvisibleSupport on quiet
  expect no InvisibleSupport on shop // nobody of ours uses it
  expect no AccountsRevealed on inside_logins // colleagues only
  expect AccountsRevealed on logins
}

test "logins alone are no great acts, and visitors have none" {
  data Word: Credentials { integrity = High }
  data Letter { integrity = High }
  actor alice: User
  actor eve: Visitor
  process door: WebApp + KeepsSessions
  process stated: WebApp + KeepsSessions { step_up = false }
  process box: WebApp + KeepsSessions
  process open_box: WebApp + KeepsSessions { step_up = false }
  flow alice -> door { sends = Word }
  flow alice -> stated { sends = Word }
  flow eve -> box { sends = Letter }
  flow eve -> open_box { sends = Letter }
  expect no OldLoginForGreatActs on door
  expect OldLoginForGreatActs on stated
  expect no OldLoginForGreatActs on box
  expect OldLoginForGreatActs on open_box
}

test "how ready-made programs keep logins is told where it is stated" {
  data Address { integrity = High, confidentiality = High }
  actor alice: User
  process quiet: WebApp + KeepsSessions + AuthenticatesPeople + SamlServiceProvider + PasskeyServer + ResourceServer + ReadyMade {
    second_factor = AppCode
  }
  process bad: WebApp + KeepsSessions + AuthenticatesPeople + SamlServiceProvider + PasskeyServer + ResourceServer + ReadyMade {
    second_factor = AppCode
    enrolment_guarded = false
    origin_checked = false
    signature_checked = false
    audience_checked = false
    revocable = false
    step_up = false
    reveals_accounts = true
    strict_signatures = false
    replay_checked = false
  }
  flow alice -> quiet { sends = Address }
  flow alice -> bad { sends = Address }
  expect no SessionThatCannotEnd on quiet
  expect no OldLoginForGreatActs on quiet
  expect no AccountsRevealed on quiet
  expect no EnrolledByAThief on quiet
  expect no UncheckedPasskeyOrigin on quiet
  expect no ForgedToken on quiet
  expect no TokenForAnotherService on quiet
  expect EnrolledByAThief on bad
  expect UncheckedPasskeyOrigin on bad
  expect ForgedToken on bad
  expect TokenForAnotherService on bad
  expect no WrappedAssertion on quiet
  expect no ReplayedAssertion on quiet
  expect SessionThatCannotEnd on bad
  expect OldLoginForGreatActs on bad
  expect AccountsRevealed on bad
  expect WrappedAssertion on bad
  expect ReplayedAssertion on bad
}
