//! What rules the cluster.
use std.cicd
use std.web

/// Everything that happens in the cluster is asked for here.
type KubernetesApi: Deploys "Kubernetes API server" {
  icon = "cluster"
  input_validation = true // objects that do not fit their schema are refused
  output_encoding = true // its logs are structured
  /// Shells in running pods, and copies in and out of them, are for few, for a while, and are recorded.
  restricted_exec: Bool
}

/// Holds the state of the cluster, all its secrets included. Whoever reads it has read them; whoever writes it has the cluster.
type Etcd: KeyValueStore + SecretStore "etcd" { icon = "database" }

/// Starts and stops pods on one node, and opens shells in them.
type Kubelet: process "Kubelet" {
  icon = "server"
  input_validation = true // what it is asked has a fixed form
  /// Probes and hooks of pods may name only the pod itself. Pods that must be `Baseline` or `Restricted` may name nothing else in newer versions.
  probes_confined: Bool
}

/// Is asked about each object before it is stored, and may refuse or change it.
type AdmissionWebhook: process "Admission webhook" {
  icon = "shield"
  /// When it does not answer, objects are let in unseen.
  skipped_when_down: Bool
  /// Requests above a size are refused before they are read whole, and reading one ends after some seconds.
  requests_limited: Bool
}

/// Gives workloads identities and carries their conversations.
type ServiceMesh: process "Service mesh" {
  icon = "network"
  /// Workloads refuse conversations that are not encrypted or whose other end is not known.
  strict: Bool
}
