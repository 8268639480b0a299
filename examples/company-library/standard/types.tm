//! Building blocks of the house. A type may add properties, and it may state facts:
//! a fact holds for every element of the type, and an element that says otherwise is an error.

use std.web

/// How long the company can do without it.
enum Tier {
  Gold "An hour"
  Silver "A day"
  Bronze "A week"
}

/// A web service made at Acme.
type AcmeService: WebService "Acme service" {
  /// The team that answers for it, as in the directory.
  team: String
  /// How long the company can do without it.
  tier: Tier
  /// There is a runbook, and somebody else than its author has used it.
  runbook: Bool
}

/// A program that runs by the clock or as long as there is work, and that nobody calls.
type AcmeJob: BackgroundJob "Acme job" {
  /// The team that answers for it, as in the directory.
  team: String
}

/// The one way in from the internet. It knows people by the company's login and checks requests against the published schema.
type AcmeEdge: ApiGateway "Acme edge" {
  internet_facing = true
  authentication = OpenIdConnect
  input_validation = true
}

/// The database service of the platform team.
type AcmePostgres: Postgres "Acme PostgreSQL" {
  authentication = ClientCertificate
  encryption_at_rest = true
  backups = true
}

/// Traffic between services: mutual TLS with certificates that live for a day.
type AcmeMesh: flow "Acme mesh" { encrypted = true, authenticated = true }

/// Anything that leads to a customer.
type CustomerRecord: PersonalData "Customer record"
