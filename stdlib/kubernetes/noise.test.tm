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
  // what is definite follows from the picture: strangers reach the ingress and the service behind it
  expect DenialOfService on ingress
  expect DenialOfService on service
  // asked about the cluster and its two namespaces
  expect possible UnsupportedCluster on cluster
  expect possible LogsStayInside on cluster
  expect possible FlatNetwork on edge
  expect possible FlatNetwork on shop
  expect possible PermissiveAdmission on edge
  expect possible PermissiveAdmission on shop
  // asked about what runs there
  expect possible RootContainer on ingress
  expect possible RootContainer on service
  expect possible IdleApiToken on service
  expect possible UnlimitedPod on ingress
  expect possible UnlimitedPod on service
  expect possible IngressConfiguration on ingress
  // not asked
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
    boundary shop: Namespace {
      process ingress: IngressController { runs_as_root, free_configuration }
      process service: WebService + Workload { runs_as_root }
    }
  }
  flow request: user -> ingress
  flow inner: ingress -> service
  expect UnsupportedCluster on cluster
  expect LogsStayInside on cluster
  expect FlatNetwork on shop
  expect PermissiveAdmission on shop
  expect RootContainer on ingress
  expect RootContainer on service
  expect IdleApiToken on service
  expect UnlimitedPod on ingress
  expect UnlimitedPod on service
  expect IngressConfiguration on ingress
}
