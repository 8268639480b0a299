//! Fronts: what fires, what stays silent.

test "around the front" {
  boundary outside: Internet {
    actor alice: User
    actor eve: Visitor
    actor root: Administrator
  }
  boundary inside: PrivateNetwork {
    process edge: Cdn { apply Waf }
    process plain: LoadBalancer
    process shop: WebApp
    process blog: WebApp
  }
  flow front: alice -> edge
  flow behind: edge -> shop
  flow around: eve -> shop
  flow tunnel: root -> shop over Ssh
  flow other: alice -> plain
  flow to_blog: plain -> blog
  flow straight: eve -> blog
  expect WayAroundTheFront on around
  expect no WayAroundTheFront on behind
  expect no WayAroundTheFront on tunnel
  expect no WayAroundTheFront on straight
}

test "what a cache keeps" {
  actor alice: User
  process site: WebApp
  process files: WebApp
  process careful: Cdn { full_cache_keys = true }
  process loose: Cdn { full_cache_keys = false }
  process quiet: Cdn
  flow a: alice -> careful
  flow b: alice -> loose
  flow c: alice -> quiet
  flow d: careful -> site
  flow e: loose -> site
  flow f: quiet -> files
  expect PoisonedCache on loose
  expect no PoisonedCache on careful
  expect possible PoisonedCache on quiet
}

test "two relays in a row" {
  boundary outside: Internet {
    actor alice: User
  }
  boundary inside: PrivateNetwork {
    process edge: Cdn { rejects_ambiguous = false }
    process loose: ReverseProxy { rejects_ambiguous = false }
    process strict: ReverseProxy { apply StrictHttp }
    process quiet: LoadBalancer
  }
  flow a: alice -> edge
  flow b: edge -> loose
  flow c: edge -> strict
  flow d: edge -> quiet
  expect SmuggledRequest on loose
  expect no SmuggledRequest on strict
  expect possible SmuggledRequest on quiet
  expect no SmuggledRequest on edge
}

test "administration pages" {
  boundary outside: Internet {
    actor alice: User
    actor root: Administrator
  }
  boundary office: OfficeNetwork {
    actor clerk: Administrator
  }
  boundary inside: PrivateNetwork {
    process proxy: ReverseProxy
    process public: AdminPanel
    process shown: AdminPanel
    process hidden: AdminPanel
  }
  flow a: alice -> proxy
  flow b: proxy -> public
  flow c: root -> shown
  flow d: clerk -> hidden
  expect PublicAdminPanel on public
  expect no PublicAdminPanel on shown
  expect ExposedAdministration on c
  expect no PublicAdminPanel on hidden
}

test "what the front says" {
  boundary outside: Internet {
    actor alice
  }
  boundary inside: PrivateNetwork {
    process lax: ReverseProxy { speaks_alone = false }
    process strict: ReverseProxy { speaks_alone = true }
    process quiet: ReverseProxy
    process proven_edge: ReverseProxy { speaks_alone = false }
    process indoors: ReverseProxy { speaks_alone = false }
    process shop: WebService
    process nearby
  }
  flow a: alice -> lax
  flow b: lax -> shop
  flow c: alice -> strict
  flow d: strict -> shop
  flow e: alice -> quiet
  flow f: quiet -> shop
  flow g: alice -> proven_edge
  flow h: proven_edge -> shop { authenticated }
  flow i: nearby -> indoors
  flow j: indoors -> shop
  expect BelievedFront on lax
  expect no BelievedFront on strict
  expect possible BelievedFront on quiet
  expect no BelievedFront on proven_edge
  expect no BelievedFront on indoors
}

test "administrators at the relay are told once" {
  boundary street: Internet {
    actor boss: Administrator
    actor eve: User
  }
  boundary inside: PrivateNetwork {
    process lb: LoadBalancer
    process other_lb: LoadBalancer
    process panel: AdminPanel
    process forgotten: AdminPanel
  }
  flow a: boss -> lb over Https
  flow b: lb -> panel
  flow c: eve -> other_lb over Https
  flow d: other_lb -> forgotten
  expect ExposedAdministration on a
  expect no PublicAdminPanel on panel
  expect PublicAdminPanel on forgotten
}
