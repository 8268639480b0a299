//! The Python Package Index: Warehouse, its upload interface and workers, and Cabotage, which deploys it. From the public
//! documentation and the pages for maintainers. What these do not say is left unknown.

use std.web
use std.cicd
use std.identity
use std.kubernetes
use std.cloud
use std.data

model pypi "Python Package Index" {
  owner = "security@example.org"
  scope = "Reading, publishing and running the index. The programs that install packages, and the packages themselves, are out of scope."
  methods = [Stride]
  appetite = Moderate
}

/// Archives and their metadata: what hundreds of thousands of machines install and run.
data Package: Artefact "Package files" {
  confidentiality = VeryLow
  integrity = VeryHigh
  availability = High
  personal = false
}
data Description "Project descriptions" {
  confidentiality = VeryLow
  integrity = Moderate
  availability = Low
  personal = false
}
data Picture "Pictures from elsewhere" {
  confidentiality = VeryLow
  integrity = Low
  availability = VeryLow
  personal = false
}
data Index "Index pages and feeds" {
  confidentiality = VeryLow
  integrity = VeryHigh
  availability = High
  personal = false
}
data Account: PersonalData "Account" {
  confidentiality = Moderate
  integrity = High
  availability = Moderate
  records = 700_000
}
data Passphrase: Credentials "User's password" { confidentiality = High, integrity = High }
data Hash: PasswordVerifier "Hash of a password" {
  confidentiality = High
  integrity = High
  hashing = SlowHash
}
data Cookie: Credentials "Session" { confidentiality = High, integrity = High, availability = Low }

/// Macaroons: start with `pypi-`, may be limited to one project.
data ApiToken: PersonalAccessToken "API token" { confidentiality = High, integrity = VeryHigh }

/// What a workflow at a provider proves about itself; exchanged for a token that lives 15 minutes.
data WorkflowIdentity: IdToken "OpenID token of a workflow" {
  confidentiality = High,
  integrity = VeryHigh
}
data SecurityEvent: AuditTrail "Journals and security events" {
  confidentiality = Moderate
  integrity = High
  availability = Moderate
}
data Mail "Notification" { confidentiality = Moderate, integrity = Moderate }
data DownloadLog: PersonalData "Download log" {
  confidentiality = Moderate,
  integrity = Low,
  availability = Low
}
data LeakedToken: Credentials "Token found in public code" {
  confidentiality = High,
  integrity = High
}
data ServiceKeys: Secret "Passwords and keys of services" {
  confidentiality = VeryHigh,
  integrity = VeryHigh
}
data Image: ContainerImage "Images of Warehouse" { confidentiality = Low, integrity = VeryHigh }
data PushEvent "Event: something was pushed" { confidentiality = Low, integrity = High }

attacker anyone "Someone on the internet" { starts_at = [internet], skill = Level.Moderate }

goal ship_malware "Put code into somebody else's package" {
  attacker = anyone
  target = files
  impact = Level.VeryHigh
}
goal take_keys "Take the keys of the services" {
  attacker = anyone
  target = ServiceKeys
  impact = Level.VeryHigh
}

view publishing "Publishing" {
  include = [maintainer, workflow, edge, web, upload, database, files, publisher_issuer]
}
view running "Running it" {
  include = [operator, deployer, deploy_vault, registry, builder, web, worker]
}
