//! Isolation: what fires, what stays silent.
use std.web

test "flat networks" {
  boundary cluster: Cluster {
    boundary open: Namespace {
      default_deny = false
      process a: Worker + Workload
    }
    boundary closed: Namespace {
      apply NetworkPolicies
      process b: Worker + Workload
    }
    boundary quiet: Namespace {
      store c: Postgres
    }
    boundary hollow: Namespace {
      actor nobody
    }
  }
  expect FlatNetwork on open
  expect no FlatNetwork on closed
  expect possible FlatNetwork on quiet
  expect no FlatNetwork on hollow
}

test "what is let in" {
  boundary guarded: Cluster {
    apply PodAdmission
    boundary inside: Namespace {
      process a: Worker + Workload
    }
  }
  boundary cluster: Cluster {
    boundary anything: Namespace {
      pod_security = Privileged
      process b: Worker + Workload
    }
    boundary quiet: Namespace {
      process c: Worker + Workload
    }
    boundary stores_only: Namespace {
      pod_security = Privileged
      store d
    }
  }
  expect no PermissiveAdmission on inside
  expect PermissiveAdmission on anything
  expect possible PermissiveAdmission on quiet
  expect no PermissiveAdmission on stores_only
}

test "tenants" {
  boundary common: Cluster {
    boundary red: Namespace + Tenant {
      process red_app: Workload
    }
    boundary blue: Namespace + Tenant {
      process blue_app: Workload
    }
  }
  boundary own: Cluster {
    boundary green: Namespace + Tenant {
      process green_app: Workload
      process green_job: Workload
    }
  }
  expect SharedCluster on common
  expect no SharedCluster on own
}

test "the cloud's metadata" {
  boundary outside: Internet {
    actor eve: Visitor
  }
  boundary account: CloudAccount {
    boundary open: Cluster {
      metadata_blocked = false
      process front: WebService + Workload
    }
    boundary blocked: Cluster {
      apply PodIdentity
      process second: WebService + Workload
    }
    boundary quiet: Cluster {
      process third: WebService + Workload
    }
    boundary hidden: Cluster {
      metadata_blocked = false
      process fourth: WebService + Workload
    }
  }
  boundary centre: Datacentre {
    boundary at_home: Cluster {
      process fifth: WebService + Workload
    }
  }
  flow eve -> front
  flow eve -> second
  flow eve -> third
  flow eve -> fifth
  flow third -> fourth
  expect NodeIdentity on open
  expect no NodeIdentity on blocked
  expect possible NodeIdentity on quiet
  expect no NodeIdentity on hidden
  expect no NodeIdentity on at_home
}

test "versions" {
  boundary old: Cluster {
    supported_version = false
    process a: Workload
  }
  boundary new: Cluster {
    apply ClusterUpgrades
    process b: Workload
  }
  boundary quiet: Cluster {
    process c: KubernetesApi
  }
  expect UnsupportedCluster on old
  expect no UnsupportedCluster on new
  expect possible UnsupportedCluster on quiet
}

test "traces" {
  boundary silent: Cluster {
    logs_leave = false
    process a: Workload
  }
  boundary telling: Cluster {
    apply LogShipping
    process b: Workload
  }
  boundary quiet: Cluster {
    process c: Workload
  }
  expect LogsStayInside on silent
  expect no LogsStayInside on telling
  expect possible LogsStayInside on quiet
}

test "meshes" {
  process lenient: ServiceMesh { strict = false }
  process firm: ServiceMesh { apply StrictMesh }
  process quiet: ServiceMesh
  expect PermissiveMesh on lenient
  expect no PermissiveMesh on firm
  expect possible PermissiveMesh on quiet
}

test "stores in a flat cluster" {
  boundary cluster: Cluster {
    boundary open: Namespace {
      default_deny = false
      process app: Worker + Workload
      store bare: Cache { authentication = NoAuthentication }
      store locked: Cache { authentication = Password }
      store quiet: Cache
      store database: Postgres
    }
    boundary closed: Namespace {
      apply NetworkPolicies
      process other: Worker + Workload
      store behind: Cache { authentication = NoAuthentication }
    }
  }
  boundary centre: Datacentre {
    process program
    store elsewhere: Cache { authentication = NoAuthentication }
  }
  flow app -> bare
  flow app -> locked
  flow app -> quiet
  flow app -> database
  flow other -> behind
  flow program -> elsewhere
  expect OpenToEveryPod on bare
  expect no OpenToEveryPod on locked
  expect possible OpenToEveryPod on quiet
  expect no OpenToEveryPod on database
  expect no OpenToEveryPod on behind
  expect no OpenToEveryPod on elsewhere
}

test "calls to the kernel" {
  boundary cluster: Cluster {
    boundary open: Namespace {
      pod_security = Baseline
      syscalls_filtered = false
      process a: Worker + Workload
    }
    boundary filtered: Namespace {
      pod_security = Baseline
      syscalls_filtered
      process b: Worker + Workload
    }
    boundary strict: Namespace {
      pod_security = Restricted
      process c: Worker + Workload
    }
    boundary asked: Namespace {
      pod_security = Baseline
      process d: Worker + Workload
    }
    boundary quiet: Namespace {
      process e: Worker + Workload
    }
  }
  expect UnfilteredCalls on open
  expect no UnfilteredCalls on filtered
  expect no UnfilteredCalls on strict
  expect possible UnfilteredCalls on asked
  expect no UnfilteredCalls on quiet
}

test "secrets as variables" {
  data Key: Secret
  data Note
  boundary careless: Cluster {
    secrets_as_files = false
    store a: Etcd { holds = Key }
    process one: Workload
  }
  boundary careful: Cluster {
    secrets_as_files
    store b: Etcd { holds = Key }
    process two: Workload
  }
  boundary quiet: Cluster {
    store c: Etcd { holds = Key }
    process three: Workload
  }
  boundary plain: Cluster {
    secrets_as_files = false
    store d: Etcd { holds = Note }
    process four: Workload
  }
  expect SecretsAsVariables on careless
  expect no SecretsAsVariables on careful
  expect possible SecretsAsVariables on quiet
  expect no SecretsAsVariables on plain
}

test "who containers are is asked once it is known what is let in" {
  boundary quiet: Cluster {
    boundary shop: Namespace {
      process a: Workload
    }
  }
  boundary lax: Cluster {
    pod_security = Baseline
    boundary yard: Namespace {
      process b: Workload
    }
  }
  boundary strict: Cluster {
    pod_security = Restricted
    boundary bank: Namespace {
      process c: Workload
    }
  }
  boundary stated: Cluster {
    runs_as_root
    boundary desk: Namespace {
      process d: Workload
    }
  }
  boundary flat: Cluster {
    process e: Workload
  }
  process x
  flow x -> a
  flow x -> b
  flow x -> c
  flow x -> d
  flow x -> e
  expect possible PermissiveAdmission on shop
  expect no RootByDefault on quiet
  expect possible RootByDefault on lax
  expect no RootByDefault on strict
  expect RootByDefault on stated
  expect possible RootByDefault on flat
}
