//! The measure of noise: a small service in a cluster about which hardly anything is written.

test "one user, an ingress, a service and a database: only questions" {
  boundary outside: Internet {
    actor user
  }
  boundary cluster: Cluster {
    boundary edge: Namespace {
      process ingress: IngressController
    }
    boundary shop: Namespace {
      process service: WebService + Workload
      store db: Postgres
    }
  }
  flow request: user -> ingress
  flow inner: ingress -> service
  flow query: service -> db
  // strangers reach the service through the ingress: asked once, of the ingress
  expect no DenialOfService on ingress
  expect possible DenialOfService on service
  // asked about the cluster and its two namespaces
  expect possible UnsupportedCluster on cluster
  expect possible LogsStayInside on cluster
  expect possible FlatNetwork on edge
  expect possible FlatNetwork on shop
  expect possible PermissiveAdmission on edge
  expect possible PermissiveAdmission on shop
  // what all pods have in common is asked once
  expect no RootByDefault on cluster // what may run there at all is asked first
  expect possible TokensByDefault on cluster
  expect possible NoLimitsForPods on cluster
  // asked about what runs there
  expect possible IngressConfiguration on ingress
  // not asked
  expect no RootContainer on ingress
  expect no RootContainer on service
  expect no IdleApiToken on service
  expect no UnlimitedPod on ingress
  expect no UnlimitedPod on service
  expect no SecretsAsVariables on cluster
  expect no NodeIdentity on cluster
  expect no SharedCluster on cluster
  expect no IdleApiToken on ingress
  expect no PrivilegedContainer on service
  expect no SharedNodeNamespaces on service
  expect no WritableNode on service
  expect no WideApiRights on service
  expect no SecretsInManifests on service
  // nothing of this package is definite
  expect inherent(cluster) == VeryLow and inherent(edge) == VeryLow and inherent(shop) == VeryLow
  expect inherent(db) == VeryLow
}

test "the same, answered once for the cluster: nothing is left but what strangers can always do" {
  boundary outside: Internet {
    actor user
  }
  boundary cluster: Cluster {
    supported_version
    apply [LogShipping, NetworkPolicies, PodAdmission, NoMountedTokens, ResourceQuotas]
    boundary edge: Namespace {
      process ingress: IngressController { free_configuration = false }
    }
    boundary shop: Namespace {
      process service: WebService + Workload
      store db: Postgres
    }
  }
  flow request: user -> ingress
  flow inner: ingress -> service
  flow query: service -> db
  expect no UnsupportedCluster on cluster
  expect no LogsStayInside on cluster
  expect no FlatNetwork on edge
  expect no FlatNetwork on shop
  expect no PermissiveAdmission on edge
  expect no PermissiveAdmission on shop
  expect no RootByDefault on cluster
  expect no TokensByDefault on cluster
  expect no NoLimitsForPods on cluster
  expect no RootContainer on ingress
  expect no RootContainer on service
  expect no IdleApiToken on service
  expect no UnlimitedPod on ingress
  expect no UnlimitedPod on service
  expect no IngressConfiguration on ingress
}

test "the same, answered badly" {
  boundary outside: Internet {
    actor user
  }
  boundary cluster: Cluster {
    supported_version = false
    logs_leave = false
    pod_security = Privileged
    default_deny = false
    mounted_token = true
    resource_limits = false
    runs_as_root
    boundary shop: Namespace {
      process ingress: IngressController { free_configuration }
      process service: WebService + Workload
    }
  }
  flow request: user -> ingress
  flow inner: ingress -> service
  expect UnsupportedCluster on cluster
  expect LogsStayInside on cluster
  expect FlatNetwork on shop
  expect PermissiveAdmission on shop
  expect RootByDefault on cluster
  expect TokensByDefault on cluster
  expect NoLimitsForPods on cluster
  expect IngressConfiguration on ingress
  // said once for the cluster, and not again of each pod
  expect no RootContainer on ingress
  expect no RootContainer on service
  expect no IdleApiToken on service
  expect no UnlimitedPod on ingress
  expect no UnlimitedPod on service
}

test "the same, answered badly for a part of it" {
  boundary outside: Internet {
    actor user
  }
  boundary cluster: Cluster {
    runs_as_root = false
    mounted_token = false
    resource_limits
    boundary shop: Namespace {
      runs_as_root
      mounted_token
      resource_limits = false
      process service: WebService + Workload
    }
    boundary depot: Namespace {
      process other: WebService + Workload
    }
  }
  flow request: user -> service
  flow inner: service -> other
  expect no RootByDefault on cluster
  expect no TokensByDefault on cluster
  expect no NoLimitsForPods on cluster
  expect RootContainer on service
  expect IdleApiToken on service
  expect UnlimitedPod on service
  expect no RootContainer on other
}
