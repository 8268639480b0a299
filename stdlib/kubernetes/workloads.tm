//! What runs in pods.
use std.cicd
use std.web

/// What the service account of a workload may do with the cluster's API, at most.
enum ApiRights {
  NoRights "Nothing"
  ReadsState "Read objects, but no secrets"
  ReadsSecrets "Read secrets"
  StartsWorkloads "Start or change workloads"
  ClusterAdmin "Everything"
}

extend CiRunner {
  /// What the credentials that its jobs are given may do with the cluster's API, at most.
  cluster_rights: ApiRights
}

/// Runs in a pod. An ability: added to a type, as in `process api: WebService + Workload`.
type Workload: process "Workload" {
  icon = "pod"
  /// A container is privileged, or has capabilities that come to the same.
  privileged: Bool
  /// It shares the network, the processes or the inter-process communication of its node.
  shares_node: Bool
  /// It may write a folder of its node, or talk to the node's container runtime.
  writes_node: Bool
  /// What its service account may do, at most.
  api_rights: ApiRights
  /// Passwords or keys stand in its manifest, its configuration or its image.
  secrets_in_manifest: Bool
}

/// A workload on a schedule.
type CronWorkload: BackgroundJob + Workload "Cron job" { icon = "clock" }

/// Watches objects of the cluster and acts on them.
type Operator: Worker + Workload "Operator" {
  icon = "worker"
  /// What an object names (secrets, other namespaces, images, hosts, paths) is used only where the one who wrote it might have used it themselves.
  acts_as_author: Bool
}

/// One copy runs on each node, near what it watches or serves.
type NodeAgent: Worker + Workload "Node agent" { icon = "server" }

/// Lets requests from outside in, and spreads them over pods.
type IngressController: LoadBalancer + Workload "Ingress controller" {
  icon = "gateway"
  /// Whoever may write an ingress object may add to the controller's own configuration, by annotations or snippets.
  free_configuration: Bool
}

/// Shows or changes the cluster, or what runs in it, for people: a dashboard, a workflow tool, a monitoring page.
type ClusterTool: WebApp "Management interface" { icon = "terminal" }

/// A volume that outlives the pods that use it.
type PersistentVolume: FileStore "Persistent volume" { icon = "disk" }
