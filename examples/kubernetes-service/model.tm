//! Parcel tracking: an ordinary service in a cluster, with ingress, database, queue, secrets, observability and operators.

use std.cicd
use std.kubernetes
use std.web

model tracking "Parcel tracking" {
  owner = "tracking@example.org"
  scope = "The tracking service and the cluster as far as it carries this service. Sorting centres and the cloud provider's own systems are out."
  methods = [Stride]
  appetite = Moderate
  components_watched = true
}

tag tier1 "Somebody is woken when it fails"

/// Name and address of the recipient, contents as declared.
data Shipment: PersonalData "Shipment" {
  confidentiality = Moderate
  integrity = Moderate
  availability = Moderate
  records = 3_000_000
}

/// Number, place, time. What a visitor with the number may see.
data Status "Status of a parcel" {
  confidentiality = Low
  integrity = Moderate
  availability = Moderate
}

/// Where a driver says the parcel is.
data ScanEvent "Scan event" { confidentiality = Low, integrity = High }

/// Fixed key of a partner shop; may create and read its own shipments.
data PartnerKey: Credentials "Partner's API key" { confidentiality = High, integrity = High }
data DbPassword: Secret "Database password" { confidentiality = High, integrity = High }

/// Everything in Secret objects of the cluster: certificates, pull secrets, copies of what the vault gave out.
data ClusterSecrets: Secret "Secrets of the cluster" {
  confidentiality = VeryHigh
  integrity = VeryHigh
}

data Manifests "Manifests" { confidentiality = Low, integrity = VeryHigh }
/// What the nodes start.
data Images: ContainerImage "Images" { confidentiality = Low, integrity = VeryHigh }

data AppLog "Application log" { confidentiality = Moderate, integrity = Low, availability = Low }
data Metrics "Metrics" { confidentiality = Low, integrity = Low, availability = Low }
data ClusterAudit: AuditTrail "Audit log of the cluster" {
  confidentiality = Moderate
  integrity = High
}

/// Nodes are rented, patched by the provider within a week, and never logged into.
assumption managed_nodes "Nodes are managed by the provider"

/// The provider says that etcd is encrypted with a key of its own. We have not asked for one of ours.
assumption etcd_encrypted "The provider encrypts etcd"

attacker scraper "Someone who wants addresses" { starts_at = [internet], skill = Level.Low }
attacker foothold "Someone with a shell in an operator's pod" {
  starts_at = [db_operator]
  skill = Level.High
}

goal all_addresses "Copy the table of shipments" {
  attacker = scraper
  target = shipments
  impact = Level.High
}
goal own_cluster "Become administrator of the cluster" {
  attacker = foothold
  target = etcd
  impact = Level.VeryHigh
}

view request "Way of a request" {
  include = [visitor, shop_system, ingress, web, api, cache, shipments]
}
view events "Way of a scan event" {
  include = [carrier, scan_intake, scans, event_worker, shipments, notifier]
}
view ruling "Who controls the cluster" {
  include = [operator, kube_api, etcd, gitops, db_operator, secrets_operator, vault]
}
