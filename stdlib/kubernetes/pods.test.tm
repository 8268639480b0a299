//! Pods: what fires, what stays silent.
use std.web

test "root in containers" {
  actor visitor: Visitor
  boundary strict: Namespace {
    pod_security = Restricted
    process held: WebService + Workload
  }
  process front: WebService + Workload { runs_as_root }
  process careful: WebService + Workload { runs_as_root = false }
  process quiet: WebService + Workload
  process idle: Workload { runs_as_root }
  flow visitor -> front
  flow visitor -> careful
  flow visitor -> quiet
  flow visitor -> held
  expect RootContainer on front
  expect no RootContainer on careful
  expect possible RootContainer on quiet
  expect no RootContainer on held // the cluster would not start it as root
  expect no RootContainer on idle
}

test "privileged containers" {
  process big: NodeAgent { privileged }
  process small: NodeAgent { privileged = false }
  process quiet: NodeAgent
  process whole: NodeAgent { privileged, runs_as_root, shares_node, writes_node }
  process other
  flow other -> whole
  expect PrivilegedContainer on whole
  expect no RootContainer on whole // the greater says it all
  expect no SharedNodeNamespaces on whole
  expect no WritableNode on whole
  expect PrivilegedContainer on big
  expect no PrivilegedContainer on small
  expect no PrivilegedContainer on quiet // nobody becomes privileged by saying nothing
}

test "pods and their node" {
  process listener: NodeAgent { shares_node }
  process apart: NodeAgent { shares_node = false }
  process writer: NodeAgent { writes_node }
  process reader: NodeAgent { writes_node = false }
  expect SharedNodeNamespaces on listener
  expect no SharedNodeNamespaces on apart
  expect WritableNode on writer
  expect no WritableNode on reader
}

test "idle tokens" {
  process cluster_api: KubernetesApi
  boundary off: Namespace {
    apply NoMountedTokens
    process without: Worker + Workload
  }
  process idle: Worker + Workload { mounted_token }
  process busy: Worker + Workload { mounted_token }
  process powerless: Worker + Workload { mounted_token, api_rights = NoRights }
  process quiet: Worker + Workload
  process operator: Operator { mounted_token }
  flow busy -> cluster_api
  expect IdleApiToken on idle
  expect no IdleApiToken on busy
  expect no IdleApiToken on powerless
  expect no IdleApiToken on without
  expect no IdleApiToken on operator
  expect possible IdleApiToken on quiet
}

test "rights in the cluster" {
  process cluster_api: KubernetesApi
  process king: Operator { api_rights = ClusterAdmin }
  process thief: Operator { api_rights = ReadsSecrets }
  process watcher: Operator { api_rights = ReadsState }
  process asked: Operator
  process quiet: Worker + Workload
  flow asked -> cluster_api
  expect WideApiRights on king
  expect WideApiRights on thief
  expect no WideApiRights on watcher
  expect possible WideApiRights on asked
  expect no WideApiRights on quiet
  expect inherent(king) > inherent(thief)
}

test "limits" {
  boundary outside: Internet {
    actor eve: Visitor
  }
  boundary inside: Cluster {
    boundary bounded: Namespace {
      apply ResourceQuotas
      process held: WebService + Workload
    }
    process open: WebService + Workload { resource_limits = false }
    process asked: WebService + Workload
    process hidden: WebService + Workload { resource_limits = false }
  }
  process quiet: WebService + Workload
  flow eve -> asked
  flow eve -> open
  flow eve -> quiet
  flow eve -> held
  flow open -> hidden
  expect UnlimitedPod on open
  expect possible UnlimitedPod on quiet
  expect no UnlimitedPod on asked
  expect possible NoLimitsForPods on inside
  expect no UnlimitedPod on held
  expect no UnlimitedPod on hidden
}

test "secrets in manifests" {
  data Password: Secret { confidentiality = High }
  process careless: Worker + Workload { holds = Password, secrets_in_manifest }
  process careful: Worker + Workload { holds = Password, apply ExternalSecrets }
  process asked: Worker + Workload { holds = Password }
  process quiet: Worker + Workload
  expect SecretsInManifests on careless
  expect no SecretsInManifests on careful
  expect possible SecretsInManifests on asked
  expect no SecretsInManifests on quiet
}

test "configuration at the front door" {
  process free: IngressController { free_configuration }
  process firm: IngressController { free_configuration = false }
  process quiet: IngressController
  expect IngressConfiguration on free
  expect no IngressConfiguration on firm
  expect possible IngressConfiguration on quiet
}

test "controls that do what the fixes state" {
  actor visitor: Visitor
  boundary cluster: Cluster {
    process asked: WebService + Workload { runs_as_root, privileged, shares_node }
    process mended: WebService + Workload {
      apply OrdinaryUsers
      apply NoPrivilege
      apply OwnNamespaces
      apply NodeUntouched
      apply ReadsStateOnly
    }
    process wide: WebService + Workload { api_rights = ClusterAdmin }
  }
  flow visitor -> asked
  flow visitor -> mended
  flow visitor -> wide
  expect PrivilegedContainer on asked
  expect WideApiRights on wide
  expect no RootContainer on mended
  expect no PrivilegedContainer on mended
  expect no SharedNodeNamespaces on mended
  expect no WritableNode on mended
  expect no WideApiRights on mended
}

test "an operator acts on what others write" {
  data Claim
  data State
  data Pass: Secret
  actor dev: Employee
  actor root: Administrator
  boundary cl: Cluster {
    process api: KubernetesApi
    process loose: Operator { acts_as_author = false }
    process tight: Operator { apply AuthorsRights }
    process asked: Operator
    process own: Operator { acts_as_author = false }
    process deaf: Operator { acts_as_author = false }
    process poor: Operator { acts_as_author = false, api_rights = ReadsState }
    process web: WebService + Workload
  }
  flow a: dev -> api over Https { sends = [Claim, Pass] }
  flow b: root -> api over Https { sends = State }
  flow c: loose -> api over Https { receives = Claim }
  flow d: tight -> api over Https { receives = Claim }
  flow e: asked -> api over Https { receives = Claim }
  flow f: own -> api over Https { receives = State }
  flow g: deaf -> api over Https { sends = Claim }
  flow h: web -> api over Https { receives = Claim }
  flow i: poor -> api over Https { receives = Claim }
  expect BorrowedOperator on loose
  expect no BorrowedOperator on tight
  expect possible BorrowedOperator on asked
  expect no BorrowedOperator on own // only those who rule the cluster write that
  expect no BorrowedOperator on deaf
  expect no BorrowedOperator on poor // it has no rights that others lack
  expect no BorrowedOperator on web
}
