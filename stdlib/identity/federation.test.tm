//! Federation: what fires, what stays silent.
use std.web

test "accounts joined by e-mail" {
  data Record { confidentiality = High }
  data Note { confidentiality = Low }
  actor alice: User
  process idp: OpenIdProvider
  external process other: OpenIdProvider
  process asked: WebApp + RelyingParty
  process alone: WebApp + RelyingParty
  process small: WebApp + RelyingParty
  flow d: alice -> asked { receives = Record }
  flow e: alice -> alone { receives = Record }
  flow f: alice -> small { receives = Note }
  flow g: asked -> other
  flow h: alone -> idp
  flow i: small -> other
  expect possible JoinedByEmail on asked
  expect no JoinedByEmail on alone // it gives out the addresses itself
  expect no JoinedByEmail on small // little is gained
  process joined: WebApp + RelyingParty { links_by_email = true }
  process apart: WebApp + RelyingParty { links_by_email = false }
  process quiet: WebApp + RelyingParty
  flow a: alice -> joined
  flow b: alice -> apart
  flow c: alice -> quiet
  expect JoinedByEmail on joined
  expect no JoinedByEmail on apart
  expect no JoinedByEmail on quiet
}

test "people of every organisation" {
  actor clerk: Employee
  actor buyer: Customer
  process tool: WebApp + RelyingParty { any_tenant = true }
  process own: WebApp + RelyingParty { any_tenant = false }
  process shop: WebApp + RelyingParty { any_tenant = true }
  flow a: clerk -> tool
  flow b: clerk -> own
  flow c: buyer -> shop
  external process provider: OpenIdProvider
  process front: Relay
  process asked: WebApp + RelyingParty
  process public: WebApp + RelyingParty
  actor person: User
  flow d: clerk -> front
  flow e: front -> asked
  flow f: person -> public
  flow g: asked -> provider
  flow h: public -> provider
  expect possible AnyTenant on asked
  expect no AnyTenant on public
  expect AnyTenant on tool
  expect no AnyTenant on own
  expect no AnyTenant on shop
}

test "assertions" {
  actor clerk: Employee
  process loose: WebApp + SamlServiceProvider { strict_signatures = false, replay_checked = false }
  process strict: WebApp + SamlServiceProvider { apply StrictAssertions }
  process quiet: WebApp + SamlServiceProvider
  flow a: clerk -> loose
  flow b: clerk -> strict
  flow c: clerk -> quiet
  expect WrappedAssertion on loose
  expect ReplayedAssertion on loose
  expect no WrappedAssertion on strict
  expect no ReplayedAssertion on strict
  expect possible WrappedAssertion on quiet
  expect possible ReplayedAssertion on quiet
}

test "the issuer's key" {
  data Soft: SigningKey { in_hardware = false }
  data Hard: SigningKey { in_hardware = true }
  data Unsaid: SigningKey
  process copied: SamlIdentityProvider { holds = Soft }
  process guarded: SamlIdentityProvider { holds = Hard }
  process quiet: SamlIdentityProvider { holds = Unsaid }
  data Many: SigningKey { records = 20_000 }
  process table: OpenIdProvider { holds = Many }
  expect no StolenSigningKey on table // each speaks for one person
  process fetched: OpenIdProvider
  process empty: OpenIdProvider
  store keys: SecretStore { holds = Soft }
  flow f: fetched -> keys { receives = Soft }
  expect StolenSigningKey on copied
  expect no StolenSigningKey on guarded
  expect possible StolenSigningKey on quiet
  expect StolenSigningKey on fetched
  expect no StolenSigningKey on empty
}

test "roles for machines of others" {
  process loose: TokenExchange { subject_pinned = false }
  process strict: TokenExchange { subject_pinned = true }
  process quiet: TokenExchange
  expect LooseFederation on loose
  expect no LooseFederation on strict
  expect possible LooseFederation on quiet
}

test "identities for programs" {
  process loose: WorkloadIdentityIssuer { attested = false }
  process strict: WorkloadIdentityIssuer { apply WorkloadAttestation }
  process quiet: WorkloadIdentityIssuer
  expect UnattestedWorkload on loose
  expect no UnattestedWorkload on strict
  expect possible UnattestedWorkload on quiet
}

test "names in certificates" {
  actor clerk: Employee
  process loose: CertificateAuthority { subject_by_requester = true }
  process strict: CertificateAuthority { subject_by_requester = false }
  flow a: clerk -> loose
  flow b: clerk -> strict
  process quiet: CertificateAuthority
  process idle: CertificateAuthority
  flow c: clerk -> quiet
  expect possible ChosenCertificateName on quiet
  expect no ChosenCertificateName on idle
  expect ChosenCertificateName on loose
  expect no ChosenCertificateName on strict
}

test "credentials of machines" {
  data Shared: MachineCredential { lifetime = 365d }
  data Own: MachineCredential { lifetime = 1h }
  data Quiet: MachineCredential
  data Weighty: MachineCredential { confidentiality = High }
  process a
  process b
  process api: WebService
  flow fa: a -> api { sends = [Shared, Own, Quiet, Weighty] }
  expect possible LongLivedMachineCredential on Weighty
  flow fb: b -> api { sends = Shared }
  expect SharedMachineIdentity on Shared
  expect no SharedMachineIdentity on Own
  expect LongLivedMachineCredential on Shared
  expect no LongLivedMachineCredential on Own
  expect no LongLivedMachineCredential on Quiet
}

test "customers behind a relay may come from anywhere" {
  actor alice: Customer
  actor clerk: Employee
  process edge: Cdn
  process lb: LoadBalancer
  process inner_lb: LoadBalancer
  process shop: WebApp + RelyingParty { any_tenant = true }
  process desk: WebApp + RelyingParty { any_tenant = true }
  flow alice -> edge
  flow edge -> lb
  flow lb -> shop
  flow clerk -> inner_lb
  flow inner_lb -> desk
  expect no AnyTenant on shop
  expect AnyTenant on desk
}

test "the login server behind a relay" {
  actor alice: User
  process ingress: LoadBalancer
  process own: IdentityProvider
  process client: WebApp + OAuthClient { pkce = false }
  process bound: WebApp + OAuthClient { pkce = true }
  process quiet: WebApp + OAuthClient
  process elsewhere: WebApp + OAuthClient { pkce = false }
  flow alice -> client
  flow client -> ingress
  flow bound -> ingress
  flow quiet -> ingress
  flow ingress -> own
  expect InterceptedCode on client
  expect no InterceptedCode on bound
  expect possible InterceptedCode on quiet
  expect no InterceptedCode on elsewhere
}
