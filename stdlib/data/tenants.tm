//! Tenants: customers who share programs and stores, and must never see each other.
use std.web

/// The process works for several customers.
fn for_tenants(p: node) = p is ServesTenants or exists s in p.neighbours where (s is SharedTenancy)

/// One query without its condition, a join, an export, a new colleague: and one customer reads another's data.
threat ForgottenTenant: Stride.InformationDisclosure "A query that forgets the tenant" {
  on s: SharedTenancy
  when s.tenant_separation == ByQuery
  when exists f in s.inflows where (f.source is process)
  likelihood = Moderate
  impact = if known(s.holds) then max(s.holds.confidentiality) else High
  mitigated_by = [
    TenantRules,
    TenantIsolation,
    FieldEncryption(strength = 50%),
    CodeReview(on = s.inflows.source, strength = 20%)
  ]
  references = ["CWE-1220", "CWE-862", "CAPEC-1", "T1213.006"]
  message = "In {s} only the condition of each query keeps tenants apart."
  detection = "As one tenant, run each function with an id of another: pages, exports, searches, counts, jobs; and search the code for queries without the condition."
  false_positives = "One layer builds all queries, and there is a test that no other code reaches the store."
  remedy = "Let the store add the tenant, from the login of the connection; test each table with two tenants in every build."
  fix "The store adds the tenant" { s.tenant_separation = ByStore }
}

/// Two tenants ask for the same thing, and the second gets what was kept for the first: found under a name that does not say whose it is.
threat TenantInCache: Stride.InformationDisclosure "Kept for one tenant, found by another" {
  on s: Rebuildable
  when s is Cache or s is SearchIndex
  when s is not SessionStore and (s is not SharedTenancy or known(s.tenant_in_keys))
  when not s.tenant_in_keys
  when exists p in s.neighbours where (p is process and for_tenants(p))
  likelihood = Moderate
  impact = if known(s.holds) then max(s.holds.confidentiality) else Moderate
  mitigated_by = [TenantKeys, TenantIsolation]
  references = ["CWE-524", "CWE-1220", "CAPEC-204", "T1213"]
  message = "{s} keeps data of several tenants, and names may not say whose it is."
  detection = "As two tenants with a record of the same number and name each, read, search and count one after the other."
  false_positives = "What is kept is the same for all tenants, such as rates and texts."
  remedy = "One library makes all names and filters, and takes the tenant from the login."
  fix "The tenant is in the name" { s.tenant_in_keys = true }
}

/// The request says for which customer it is, and the program believes it.
threat TenantChosenByCaller: Stride.ElevationOfPrivilege "Callers choose their tenant" {
  on p: ServesTenants
  when not p.tenant_from_login
  when spoken_to(p)
  likelihood = if open_to_strangers(p) then High else Moderate
  impact = High
  mitigated_by = [
    TenantFromLogin,
    OwnershipChecks,
    TenantIsolation(strength = 60%),
    TenantRules(strength = 60%, on = p.outflows.target)
  ]
  references = ["CWE-639", "CWE-863", "CAPEC-122", "CAPEC-58", "API1:2023"]
  message = "{p} may take from the request for which tenant it acts."
  detection = "Change the tenant in headers, host names, paths and bodies of requests made with another tenant's login."
  false_positives = "The tenant in the request is compared with that of the login in one place that all requests pass."
  remedy = "Take the tenant from the login alone; let people of several tenants switch by a new login."
  fix "It follows from the login" { p.tenant_from_login = true }
}

/// One customer's import, export or loop takes what all of them share, and the others wait.
threat GreedyTenant: Stride.DenialOfService "One tenant takes everything" {
  on p: ServesTenants
  when not p.limits_per_tenant
  when spoken_to(p)
  likelihood = Moderate
  impact = Moderate
  mitigated_by = [TenantQuotas, RateLimit(strength = 40%), AutoScaling]
  references = ["CWE-770", "CAPEC-130", "T1499.003"]
  message = "One tenant of {p} can take what the others need."
  detection = "As one tenant of a test system, start the dearest job twenty times and watch another tenant's pages."
  false_positives = "Each tenant has machines of its own."
  remedy = "Count requests, jobs, rows and connections for each tenant, and let those above the limit wait."
  fix "Each has a share" { p.limits_per_tenant = true }
}
