//! Identity: what fires, what stays silent.

test "passwords" {
  actor alice: User
  process shop: WebService { authentication = Password, guesses_limited = false }
  process asked: WebService { authentication = Password }
  process slow: WebService { authentication = Password, guesses_limited = true }
  process locked: WebService { authentication = Password, apply AccountLockout }
  process bank: WebService { authentication = Passkey }
  process quiet: WebService
  flow a: alice -> shop
  flow b: alice -> bank
  flow c: alice -> quiet
  flow d: alice -> asked
  flow e: alice -> slow
  flow f: alice -> locked
  expect possible BruteForce on asked
  expect no BruteForce on slow
  expect BruteForce on locked
  expect BruteForce on shop
  expect no BruteForce on bank
  expect no BruteForce on quiet
}

test "sessions" {
  actor alice: User
  process site: WebApp {
    authentication = SessionCookie,
    session_lifetime = 90d,
    session_renewed = false
  }
  process renewed: WebApp { authentication = SessionCookie, session_renewed = true }
  process quiet: WebApp { authentication = SessionCookie }
  process treated: WebApp { authentication = SessionCookie, apply SessionProtection }
  process api: WebService { authentication = OAuth2, session_lifetime = 1h }
  process desk { authentication = Password, session_lifetime = 90d }
  flow a: alice -> site
  flow c: alice -> renewed
  flow d: alice -> quiet
  flow e: alice -> treated
  flow b: alice -> api
  flow f: alice -> desk
  expect SessionFixation on site
  expect no SessionFixation on api
  expect no SessionFixation on renewed
  expect possible SessionFixation on quiet
  expect SessionFixation on treated // and what is done about it counts
  expect residual(treated) < inherent(treated)
  expect EndlessSession on site
  expect no EndlessSession on api
  expect EndlessSession on desk
}

data Goods { integrity = High, confidentiality = High }

test "functions, and what stands behind a gateway that asks who is calling" {
  boundary outside: Internet {
    actor alice: Customer
    actor jobs: Employee
  }
  process gateway: ApiGateway { authentication = OAuth2, input_validation = false }
  process inner: ApiGateway
  process orders: Function {
    ownership_checks = false
    access_control = false
    input_validation = false
    audit_log = false
  }
  process careful: Function { ownership_checks, access_control, input_validation, audit_log }
  process asked: Function
  process direct: Function { ownership_checks = false }
  process batch: WebService { ownership_checks = false, access_control = false }
  process nightly: BackgroundJob
  store db: Postgres { holds = Goods }
  flow a: alice -> gateway over Https { sends = Goods }
  flow b: gateway -> orders { sends = Goods }
  flow c: gateway -> careful { sends = Goods }
  flow d: gateway -> asked { sends = Goods }
  flow e: alice -> direct over Https { sends = Goods }
  flow f: nightly -> inner { sends = Goods }
  flow g: inner -> batch { sends = Goods }
  flow h: orders -> db { sends = Goods }
  flow i: careful -> db { sends = Goods }
  flow j: asked -> db { sends = Goods }
  flow k: direct -> db { sends = Goods }
  flow l: batch -> db { sends = Goods }
  expect BrokenObjectAccess on orders
  expect no BrokenObjectAccess on careful
  expect possible BrokenObjectAccess on asked
  expect BrokenObjectAccess on direct
  process logins: IdentityProvider
  process told: IdentityProvider { ownership_checks = false }
  flow m: alice -> logins over Https
  flow n: alice -> told over Https
  flow o: logins -> db { sends = Goods }
  flow p: told -> db { sends = Goods }
  expect no BrokenObjectAccess on logins // it keeps who people are, not their things
  expect BrokenObjectAccess on told
  expect no BrokenObjectAccess on batch
  process spread: LoadBalancer
  process far: Function {
    ownership_checks = false,
    access_control = false,
    input_validation = false
  }
  flow q: gateway -> spread { sends = Goods }
  flow r: spread -> far { sends = Goods }
  flow s: far -> db { sends = Goods }
  expect BrokenObjectAccess on far
  expect MissingAccessControl on far
  expect UnvalidatedInput on far
  expect MissingAccessControl on orders
  expect no MissingAccessControl on careful
  expect possible MissingAccessControl on asked
  expect no MissingAccessControl on batch
  expect UnvalidatedInput on orders
  expect no UnvalidatedInput on careful
  expect MissingAuditTrail on orders
  expect no MissingAuditTrail on careful
}

test "the way back in" {
  actor alice: User
  process login: WebApp + RecoversAccounts { recovery_guarded = false }
  process guarded: WebApp + RecoversAccounts { recovery_guarded = true }
  process quiet: WebApp + RecoversAccounts
  process plain: WebApp
  flow a: alice -> login
  flow c: alice -> guarded
  flow d: alice -> quiet
  flow b: alice -> plain
  expect WeakRecovery on login
  expect no WeakRecovery on plain
  expect no WeakRecovery on guarded
  expect possible WeakRecovery on quiet
}

test "other people's objects" {
  actor alice: User
  process api: WebService { ownership_checks = false }
  process strict: WebService { ownership_checks = true }
  process quiet: WebService
  process sender: WebService { ownership_checks = false }
  store db: Postgres
  store jobs: Queue
  flow a: alice -> api
  flow b: alice -> strict
  flow c: alice -> quiet
  flow d: alice -> sender
  flow e: api -> db
  flow f: strict -> db
  flow g: quiet -> db
  flow h: sender -> jobs
  expect BrokenObjectAccess on api
  expect no BrokenObjectAccess on strict
  expect possible BrokenObjectAccess on quiet
  expect no BrokenObjectAccess on sender
}

test "administrators from anywhere" {
  boundary outside: Internet {
    actor root: Administrator
    actor alice: User
  }
  boundary inside: PrivateNetwork {
    process console: WebApp
    process host
  }
  flow a: root -> console over Https
  flow b: alice -> console over Https
  flow c: root -> host over Ssh
  expect ExposedAdministration on a
  expect no ExposedAdministration on b
  expect no ExposedAdministration on c
}

test "passwords beside a second factor" {
  boundary outside: Internet {
    actor alice: User
  }
  process bare: WebService {
    authentication = Password,
    second_factor = NoSecondFactor,
    guesses_limited = false
  }
  process codes: WebService {
    authentication = Password,
    second_factor = AppCode,
    guesses_limited = false
  }
  flow a: alice -> bare
  flow b: alice -> codes
  expect BruteForce on bare
  expect BruteForce on codes
}

test "administrators with a second factor, behind a relay" {
  boundary outside: Internet {
    actor root: Administrator
    actor other: Administrator
  }
  boundary inside: PrivateNetwork {
    process edge: ReverseProxy
    process console: WebApp { second_factor = SecurityKey }
    process gate: ReverseProxy
    process panel: WebApp { apply MultiFactor }
  }
  flow a: root -> edge over Https
  flow b: edge -> console
  flow c: other -> gate over Https
  flow d: gate -> panel
  expect ExposedAdministration on a
  expect ExposedAdministration on c
  expect residual(c) < VeryHigh
}

test "objects behind a service in front" {
  data Request { confidentiality = Moderate }
  data Other
  actor alice: User
  boundary inside: PrivateNetwork {
    process front: WebService { ownership_checks = true }
    process back: WebService { ownership_checks = false }
    process asked: WebService
    process apart: WebService { ownership_checks = false }
    store orders: Postgres
  }
  flow a: alice -> front { sends = Request }
  flow b: front -> back { sends = Request }
  flow c: front -> asked { sends = Request }
  flow d: front -> apart { sends = Other }
  flow e: back -> orders
  flow f: asked -> orders
  flow g: apart -> orders
  expect BrokenObjectAccess on back
  expect possible BrokenObjectAccess on asked
  expect no BrokenObjectAccess on apart
}

test "administrators come in from anywhere by a program in their hands" {
  boundary street: Internet {
    actor boss: Administrator
    actor alice: User
    process console: ClientApp
    process app: MobileApp
  }
  boundary inside: PrivateNetwork {
    process lb: LoadBalancer
    process api: WebService { second_factor = NoSecondFactor }
    process guarded: WebService { second_factor = SecurityKey }
  }
  flow a: boss -> console
  flow b: console -> lb over Https
  flow c: lb -> api
  flow d: alice -> app
  flow e: app -> lb over Https
  expect ExposedAdministration on b
  expect no ExposedAdministration on c
  expect no ExposedAdministration on e
}

test "objects behind a service and a balancer of our own" {
  data Letter
  data Rate
  actor alice: User
  process front: WebService
  process lb: LoadBalancer
  process other_lb: LoadBalancer
  process letters: WebService { ownership_checks = false }
  process rates: WebService { ownership_checks = false }
  store kept: Postgres
  flow alice -> front { sends = Letter }
  flow front -> lb { sends = Letter }
  flow lb -> letters { sends = Letter }
  flow front -> other_lb { sends = Rate }
  flow other_lb -> rates { sends = Rate }
  flow letters -> kept
  flow rates -> kept
  expect BrokenObjectAccess on letters
  expect no BrokenObjectAccess on rates
}

test "programs of ours that know their password guess none" {
  boundary ours: PrivateNetwork {
    process job: Worker
    process front: Relay
    actor clerk: Employee
  }
  boundary other: PrivateNetwork {
    process quiet { authentication = Password }
    process open { authentication = Password, guesses_limited = false }
    process asked { authentication = Password }
    process behind { authentication = Password }
  }
  flow job -> quiet
  flow job -> open
  flow clerk -> asked
  flow front -> behind
  expect no BruteForce on quiet
  expect BruteForce on open
  expect possible BruteForce on asked
  expect possible BruteForce on behind
}

test "objects that are everybody's, or all those of who runs the system" {
  data Order { confidentiality = High }
  actor alice: User
  actor operator: Administrator
  process public: WebService { authentication = NoAuthentication }
  process panel: AdminPanel
  process stated: AdminPanel { ownership_checks = false }
  process open: WebService { authentication = NoAuthentication, ownership_checks = false }
  process shop: WebService
  store orders: Postgres { holds = Order }
  flow alice -> public
  flow alice -> open
  flow alice -> shop
  flow operator -> panel
  flow operator -> stated
  flow public -> orders
  flow open -> orders
  flow shop -> orders
  flow panel -> orders
  flow stated -> orders
  expect no BrokenObjectAccess on public
  expect no BrokenObjectAccess on panel
  expect BrokenObjectAccess on stated
  expect BrokenObjectAccess on open
  expect possible BrokenObjectAccess on shop
}
