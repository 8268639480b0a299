//! Longhorn 1.6 as `kubectl` or Helm installs it, with the ingress that its guide describes: from the public
//! documentation at longhorn.io/docs/1.6.0. What it does not say is left unknown.

use std.kubernetes
use std.cicd
use std.web
use std.identity
use std.cloud
use std.data

model longhorn "Longhorn" {
  owner = "storage@example.org"
  scope = "Volumes from the pod that writes to the backup outside the cluster, and what rules them. Kubernetes itself and the building of Longhorn are out of scope."
  methods = [Stride]
  appetite = Moderate
}

/// What the applications of the cluster write.
data Blocks "Contents of volumes" {
  confidentiality = High
  integrity = High
  availability = High
}
data Backups "Backups of volumes" {
  confidentiality = High,
  integrity = High,
  availability = Moderate
}

/// Volumes, replicas, engines, nodes, settings: custom resources of the cluster.
data Objects "Longhorn's objects" {
  confidentiality = Low,
  integrity = High,
  availability = High
}

/// Commands of the manager: start an engine, take a snapshot, delete a replica.
data Orders "Orders to instance managers" {
  confidentiality = Low,
  integrity = High,
  availability = High
}
data Images "Backing images" {
  confidentiality = Moderate,
  integrity = High,
  availability = Low
}
data LoginData: Credentials "Name and password for the pages" {
  confidentiality = High,
  integrity = High
}

/// Key of the backup target; a secret in the namespace `longhorn-system`.
data TargetKey: Secret "Key of the backup target" {
  confidentiality = VeryHigh,
  integrity = High
}

/// Passphrase of encrypted volumes; a secret that the storage class names.
data CryptoKey: Secret "Passphrase of volumes" {
  confidentiality = VeryHigh,
  integrity = VeryHigh
}
data Metrics "Metrics" { confidentiality = Low, integrity = Low }
data Bundle "Support bundle: logs and objects" {
  confidentiality = Moderate,
  integrity = Low,
  availability = VeryLow
}
data Versions "Newest version, and a count of installations" {
  confidentiality = VeryLow,
  integrity = Low,
  availability = VeryLow
}

attacker pod_owner "Who has taken over a pod" { starts_at = [app], skill = Level.Moderate }
attacker anyone "Someone on the internet" { starts_at = [internet], skill = Level.Low }

goal read_volumes "Read the volumes of other applications" {
  attacker = pod_owner
  target = disk
  impact = Level.VeryHigh
}
goal destroy "Destroy volumes and their backups" {
  attacker = pod_owner
  target = backup_target
  impact = Level.VeryHigh
}
