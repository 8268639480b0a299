//! What went wrong at Acme before, so that it is looked for in every model.

use std.web

/// Kinds of harm that STRIDE has no word for. `methods = [Stride, House]` asks for them.
enum House {
  Ownership "Nobody answers for it"
  Resilience "Nobody can mend it"
}

/// A service of ours answers the internet itself, past everything that the edge filters, counts and records.
threat AroundTheEdge: Stride.ElevationOfPrivilege "A way around the edge" {
  on f: flow
  when f.target is AcmeService
  when f.crosses_boundary and f.source.trust == Untrusted
  likelihood = High
  impact = High
  mitigated_by = [NetworkSegmentation(on = f.target), MutualTls]
  references = ["CWE-1327", "T1190", "ACME-INC-2024-07"]
  message = "{f.source} reaches {f.target} without passing the edge."
  detection = "From outside, ask for the service by its address instead of by the edge's name."
  false_positives = "The address belongs to the edge, and the model leaves it out."
}

/// The one who wrote it is on a mountain, and the company can do without it for an hour.
threat NoRunbook: House.Resilience "Nobody else can mend it" {
  on s: AcmeService
  when s.tier == Gold and not s.runbook
  likelihood = Moderate
  impact = High
  mitigated_by = [GameDay]
  references = ["ACME-INC-2025-02"]
  message = "{s} may be gone for an hour at most, and there is no tried runbook."
  detection = "Give the runbook to somebody of another team and restart the service with them."
  false_positives = "The platform restarts it by itself, and that was seen to work."
  fix "There is one, and it was tried" { s.runbook = true }
}

/// Two teams write and read the same tables. Neither may change them, and when they are wrong, each asks the other.
threat SharedTables: House.Ownership "Two teams on one database" {
  on s: AcmePostgres
  when exists f in s.inflows
    where (f.source is AcmeService
      and exists g in s.inflows where (g.source is AcmeService and f.source.team != g.source.team))
  likelihood = Moderate
  impact = Moderate
  mitigated_by = [LeastPrivilege]
  references = ["CWE-653", "ACME-INC-2023-11"]
  message = "Services of more than one team use {s}."
  detection = "List the accounts of the database and the team of each."
  false_positives = "One of the teams only reads, from a copy."
}
