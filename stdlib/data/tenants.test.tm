//! Tenants: what fires, what stays silent.
use std.web

test "what keeps tenants apart in a store" {
  data Invoice { confidentiality = High }
  process api: WebService + ServesTenants
  store by_query: Postgres + SharedTenancy { holds = Invoice, tenant_separation = ByQuery }
  store by_store: Postgres + SharedTenancy { holds = Invoice, apply TenantRules }
  store quiet: Postgres + SharedTenancy { holds = Invoice }
  flow api -> by_query
  flow api -> by_store
  flow api -> quiet
  expect ForgottenTenant on by_query
  expect no ForgottenTenant on by_store
  expect possible ForgottenTenant on quiet
}

test "what is kept for tenants" {
  data Invoice { confidentiality = High }
  process api: WebService
  process plain: WebService
  store db: Postgres + SharedTenancy
  store mixed: Cache { holds = Invoice, tenant_in_keys = false }
  store named: SearchIndex { holds = Invoice, apply TenantKeys }
  store quiet: Cache { holds = Invoice }
  store alone: Cache { holds = Invoice, tenant_in_keys = false }
  store sessions: SessionStore { tenant_in_keys = false }
  store kept: Cache + SharedTenancy { holds = Invoice, tenant_in_keys = false }
  store asked: Cache + SharedTenancy { holds = Invoice }
  flow api -> db
  flow api -> mixed
  flow api -> named
  flow api -> quiet
  flow api -> sessions
  flow api -> kept
  flow api -> asked
  flow plain -> alone
  expect TenantInCache on mixed
  expect no TenantInCache on named
  expect possible TenantInCache on quiet
  expect no TenantInCache on alone
  expect no TenantInCache on sessions
  expect TenantInCache on kept // stated, whatever the other rule asks
  expect no TenantInCache on asked
}

test "who says which tenant it is" {
  boundary outside: Internet {
    actor alice: User
  }
  boundary inside: PrivateNetwork {
    process believing: WebService + ServesTenants {
      tenant_from_login = false,
      limits_per_tenant = false
    }
    process sure: WebService + ServesTenants { tenant_from_login = true, apply TenantQuotas }
    process quiet: WebService + ServesTenants
    process inner: Worker + ServesTenants { tenant_from_login = false, limits_per_tenant = false }
  }
  flow alice -> believing
  flow alice -> sure
  flow alice -> quiet
  flow sure -> inner
  expect TenantChosenByCaller on believing
  expect no TenantChosenByCaller on sure
  expect possible TenantChosenByCaller on quiet
  expect no TenantChosenByCaller on inner
  expect GreedyTenant on believing
  expect no GreedyTenant on sure
  expect possible GreedyTenant on quiet
  expect no GreedyTenant on inner
}
