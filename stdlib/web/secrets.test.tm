//! Secrets and sensitive data in the wrong place: what fires, what stays silent.

test "secrets among other data" {
  data Key: Secret
  store wiki: FileStore { holds = Key }
  store vault: SecretStore { holds = Key }
  store quiet: FileStore
  expect SecretOutsideVault on wiki
  expect no SecretOutsideVault on vault
  expect no SecretOutsideVault on quiet
}

test "secrets that are encrypted by themselves, and places that are" {
  data Sealed: Secret { sealed = true }
  data Plain: Secret { sealed = false }
  data Key: Secret
  store barrier: FileStore { holds = Sealed }
  store replica: FileStore { holds = Sealed, encryption_at_rest = true }
  store disk: FileStore { holds = Key, encryption_at_rest = true }
  store open: FileStore { holds = Key, encryption_at_rest = false }
  store bucket: ObjectStore { holds = Plain, encryption_at_rest = true }
  store both: FileStore { holds = [Sealed, Plain] }
  expect no SecretOutsideVault on barrier
  expect no SecretOutsideVault on replica
  expect possible SecretOutsideVault on disk
  expect SecretOutsideVault on open
  expect SecretOutsideVault on bucket // whoever may ask for the object gets it readable
  expect SecretOutsideVault on both
}

test "a secret in the app" {
  data Key: Secret
  data Draft
  process app: MobileApp { holds = Key }
  process page: SinglePageApp { holds = Draft }
  expect SecretInClient on app
  expect no SecretInClient on page
}

test "credentials inside the network" {
  data Token: Credentials
  process a
  process b
  process c
  flow plain: a -> b { sends = Token, encrypted = false }
  flow safe: a -> c { sends = Token, encrypted = true }
  flow quiet: b -> c
  expect CredentialsInClear on plain
  expect no CredentialsInClear on safe
  expect no CredentialsInClear on quiet
}

test "credentials on one machine" {
  data Key: Secret
  boundary centre: Datacentre {
    boundary machine: Host {
      process web
      store config: FileStore { holds = Key }
    }
  }
  flow read: web -> config { receives = Key, encrypted = false }
  boundary network: PrivateNetwork {
    process a
    process b
  }
  flow across: a -> b { sends = Key, encrypted = false }
  expect no CredentialsInClear on read
  expect CredentialsInClear on across
}

test "logs" {
  data Token: Credentials
  data Event { confidentiality = Low }
  data Trail: AuditTrail { confidentiality = High }
  process api
  process job
  process clerk
  process careless
  store logs: LogStore
  flow c: clerk -> logs { sends = Trail }
  flow d: careless -> logs { sends = [Trail, Token] }
  expect no SensitiveLogs on c // where it belongs
  expect SensitiveLogs on d
  flow a: api -> logs { sends = Token }
  flow b: job -> logs { sends = Event }
  expect SensitiveLogs on a
  expect no SensitiveLogs on b
}

test "copies" {
  data Profile { confidentiality = High }
  store cache: Cache { holds = Profile, authentication = NoAuthentication }
  store guarded: Cache { holds = Profile, authentication = ClientCertificate }
  store quiet: Cache { holds = Profile }
  expect UnguardedCopies on cache
  expect no UnguardedCopies on guarded
  expect possible UnguardedCopies on quiet
}

test "private answers" {
  data Statement { confidentiality = High }
  data Logo { confidentiality = VeryLow }
  process edge: Cdn { private_kept_out = false }
  process careful: Cdn { apply PrivateKeptOut }
  process quiet: Cdn
  process assets: Cdn { private_kept_out = false }
  process bank: WebService
  process files: WebService
  flow a: edge -> bank { receives = Statement }
  flow b: assets -> files { receives = Logo }
  flow c: careful -> bank { receives = Statement }
  flow d: quiet -> bank { receives = Statement }
  expect CachedPrivateAnswers on edge
  expect no CachedPrivateAnswers on assets
  expect no CachedPrivateAnswers on careful
  expect possible CachedPrivateAnswers on quiet
}

test "foreign scripts" {
  process page: SinglePageApp
  process other: SinglePageApp
  external process scripts: Cdn
  process ours: Cdn
  process app: MobileApp
  external process counter: AnalyticsProvider
  flow a: page -> scripts
  flow b: other -> ours
  flow c: app -> counter
  process desktop: ClientApp { in_browser = false }
  process sheet: ClientApp { in_browser = true }
  process untold: ClientApp
  flow d: desktop -> counter
  flow e: sheet -> counter
  flow f: untold -> counter
  expect no ForeignScript on desktop
  expect ForeignScript on sheet
  expect possible ForeignScript on untold
  expect ForeignScript on page
  expect no ForeignScript on app
  expect no ForeignScript on other
}

test "tokens in the log" {
  data Login: Credentials
  data Page
  actor alice: User
  process shop: WebService { apply LogRedaction }
  process bank: WebService
  process clock: WebService
  store lax: LogStore { secrets_kept_out = false }
  store strict: LogStore { secrets_kept_out = true }
  store quiet: LogStore
  store times: LogStore { secrets_kept_out = false }
  flow a: alice -> shop { sends = Login }
  flow b: alice -> bank { sends = Login }
  flow c: alice -> clock { sends = Page }
  flow d: bank -> lax
  flow e: bank -> strict
  flow f: bank -> quiet
  flow g: clock -> times
  flow h: shop -> quiet
  expect SecretsReachLogs on lax
  expect no SecretsReachLogs on strict
  expect possible SecretsReachLogs on quiet
  expect no SecretsReachLogs on times
}

test "a trail alone has no place for secrets" {
  data Login: Credentials
  data Trail: AuditTrail
  data Line
  actor alice: User
  process shop
  store trail: LogStore
  store stated: LogStore { secrets_kept_out = false }
  store mixed: LogStore
  store unsaid: LogStore
  flow alice -> shop { sends = Login }
  flow shop -> trail { sends = Trail }
  flow shop -> stated { sends = Trail }
  flow shop -> mixed { sends = [Trail, Line] }
  flow shop -> unsaid
  expect no SecretsReachLogs on trail
  expect SecretsReachLogs on stated
  expect possible SecretsReachLogs on mixed
  expect possible SecretsReachLogs on unsaid
}
