//! KubeEdge 1.x with what its installer `keadm` sets up: from the public documentation. What it does not say is left unknown.

use std.kubernetes
use std.iot
use std.web
use std.identity

model kubeedge "KubeEdge" {
  owner = "edge-platform@example.org"
  scope = "CloudCore in a cluster, EdgeCore on machines on site, and the devices there. Building and releasing KubeEdge is out of scope."
  methods = [Stride]
  appetite = Moderate
}

/// What pods need: their objects, and the configuration and secrets that belong to them.
data PodObjects "Objects of pods" {
  confidentiality = Moderate,
  integrity = High,
  availability = Moderate
}
data PodSecrets: Secret "Secrets of pods" { confidentiality = High, integrity = High }

/// What devices should do and what they say they do.
data Twin "Desired and reported state of devices" {
  confidentiality = Moderate
  integrity = High
  availability = Moderate
}
data Measured: Reading "Measured values" { confidentiality = Low, integrity = Moderate }
data Order: Command "Order to a device" {
  confidentiality = Low
  integrity = High
  availability = Moderate
}
data NodeStatus "Status of nodes and pods" { confidentiality = Low, integrity = Moderate }
data Logs "Logs and shells of pods" { confidentiality = Moderate, integrity = Low }

/// `keadm gettoken`: lets a new machine ask for a certificate. Valid for a day, kept in a secret of the cluster.
data JoinToken: Credentials "Token for joining" { confidentiality = High, integrity = High }

/// With this key certificates are made for machines at the edge.
data CaKey: Secret "Key of KubeEdge's own CA" { confidentiality = VeryHigh, integrity = VeryHigh }
data EdgeKey: MachineCredential "Certificate and key of an edge machine" {
  confidentiality = High
  integrity = High
}

attacker passer_by "Someone on the internet" { starts_at = [internet], skill = Level.Moderate }
attacker visitor "Someone who can touch an edge machine" {
  starts_at = [site],
  skill = Level.Moderate
}

goal rule_cluster "Rule the cluster from the edge" {
  attacker = visitor
  target = api
  impact = Level.VeryHigh
}

goal read_secrets "Read the secrets of other machines' pods" {
  attacker = visitor
  target = etcd
  impact = Level.High
}
