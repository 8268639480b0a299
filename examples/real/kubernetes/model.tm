//! A Kubernetes cluster on machines of one's own, installed with `kubeadm` and nothing beside: from the public
//! documentation of the release that was audited in 2019 (1.13) and the pages on securing a cluster.
//! What the documentation does not say is left unknown.

use std.kubernetes
use std.web
use std.cicd
use std.identity

model kubernetes "Kubernetes" {
  owner = "platform@example.org"
  scope = "What rules a cluster and its nodes. What runs in the pods stands for anything. The cloud's own services are out of scope."
  methods = [Stride]
  appetite = Moderate
}

data Objects "Objects of the cluster" {
  confidentiality = Moderate,
  integrity = VeryHigh,
  availability = High
}
data Secrets: Secret "Secrets of the cluster" {
  confidentiality = VeryHigh
  integrity = VeryHigh
  availability = High
}

/// A JWT for each service account. In this release it names no audience and never ends.
data AccountToken: BearerToken "Token of a service account" {
  confidentiality = High
  integrity = High
  lifetime = 36_500d
  sender_constrained = false
}
data ClientKey: MachineCredential "Client certificate and key" {
  confidentiality = VeryHigh,
  integrity = VeryHigh
}
data BootstrapToken: Credentials "Token for joining" { confidentiality = High, integrity = High }
data CaKey: SigningKey "Key of the cluster's CA" {
  confidentiality = VeryHigh,
  integrity = VeryHigh
}
data PodLogs "Logs and shells of pods" { confidentiality = Moderate, integrity = Moderate }
data PodFiles "Files from pods" { confidentiality = Moderate, integrity = Moderate }
data NodeState "State of nodes and pods" {
  confidentiality = Low,
  integrity = High,
  availability = High
}
data Images: ContainerImage "Images" { confidentiality = Low, integrity = High }
data Metrics "Metrics and profiles" { confidentiality = Low, integrity = Low }
data Answers "Names and addresses of services" {
  confidentiality = Low,
  integrity = High,
  availability = High
}
data CloudKey: MachineCredential "Credentials at the cloud" {
  confidentiality = VeryHigh,
  integrity = VeryHigh
}

attacker pod_owner "Who may start a pod" { starts_at = [app], skill = Level.Moderate }
attacker anyone "Someone on the internet" { starts_at = [internet], skill = Level.Low }

goal own_cluster "Rule the cluster from a pod" {
  attacker = pod_owner
  target = api
  impact = Level.VeryHigh
}
goal read_secrets "Read the secrets of others" {
  attacker = pod_owner
  target = Secrets
  impact = Level.VeryHigh
}

view ruling "What rules" {
  include = [administrator, api, etcd, controllers, scheduler, cloud_controllers, kubelet]
}
