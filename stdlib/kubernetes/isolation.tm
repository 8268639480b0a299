//! Isolation: what keeps one part of a cluster from another, from its nodes and from the cloud around it.
use std.web

/// Strangers open conversations with it, straight or through what passes them on.
fn strangers_reach(n: node) = exists f in n.inflows where (from_untrusted(f))

/// It runs on machines of a cloud provider.
fn lies_in_cloud(n: node) = exists b in n.boundaries where (b is CloudAccount)

/// Every pod of the cluster can open a connection to every other one. One hole in a forgotten tool, and the database's clients are its neighbours.
threat FlatNetwork: Stride.ElevationOfPrivilege "Everything may talk to everything" {
  on n: Namespace
  when not n.default_deny
  when exists e in n.elements where (e is store or e is Workload)
  likelihood = Low
  impact = High
  mitigated_by = [
    NetworkPolicies,
    NetworkSegmentation,
    StrictMesh(on = n.parent.elements, strength = 50%)
  ]
  references = [
    "CWE-653",
    "CAPEC-309",
    "T1046",
    "T1210",
    "MS-TA9034",
    "MS-TA9031",
    "K07:2022",
    "K05:2025"
  ]
  message = "Pods of any namespace can reach what runs in {n}."
  detection = "From a shell in a pod of another namespace, connect to each port of this one; then to a host on the internet."
  false_positives = "A service mesh refuses callers that it does not know, also those that go around its proxies."
  remedy = "Refuse everything in both directions by default, and name the conversations of the diagram one by one."
  fix "Refuse by default" { n.default_deny = true }
}

/// A hole in any of the kernel's hundreds of calls leads out of the container; most are never needed, and nothing takes them away.
threat UnfilteredCalls: Stride.ElevationOfPrivilege "Containers may ask the kernel for anything" {
  on n: Namespace
  when not (known(n.pod_security) and n.pod_security == Restricted)
  when not n.syscalls_filtered
  when known(n.pod_security) or known(n.syscalls_filtered)
  when exists e in n.elements where (e is Workload)
  likelihood = Low
  impact = High
  mitigated_by = [PodAdmission(strength = 50%), IsolatedRuntime]
  references = ["CWE-250", "CAPEC-480", "T1611", "K01:2022"]
  message = "Pods in {n} may make any call to the kernel of their node."
  detection = "In a pod, read `Seccomp` in /proc/self/status: 0 means no filter."
  false_positives = "The pods run in virtual machines of their own."
  remedy = "Let the node's agent use the runtime's own profile for pods that name none, and refuse pods that switch it off."
  fix "Calls are filtered" { n.syscalls_filtered = true }
}

/// Whoever may start a pod here may start one that owns its node: nothing refuses privileged containers, folders of the node or its network.
threat PermissiveAdmission: Stride.ElevationOfPrivilege "Any pod is let in" {
  on n: Namespace
  when n.pod_security == Privileged
  when exists e in n.elements where (e is Workload)
  likelihood = Low
  impact = VeryHigh
  mitigated_by = [PodAdmission, IsolatedRuntime(strength = 50%)]
  references = [
    "CWE-1188",
    "CWE-250",
    "CAPEC-180",
    "T1610",
    "T1611",
    "MS-TA9008",
    "MS-TA9011",
    "MS-TA9012",
    "MS-TA9014",
    "K04:2022",
    "K04:2025"
  ]
  message = "The cluster starts any pod in {n}, also one that takes over its node."
  detection = "With the rights of an ordinary deployer, start a privileged pod that mounts the root folder of its node."
  false_positives = "Only the cluster's own agents run here, and only its operators can deploy them."
  remedy = "Enforce the restricted profile, begin with warnings, and give exceptions a namespace of their own."
  fix "Enforce the restricted profile" { n.pod_security = Restricted }
}

/// Customers or teams who do not trust each other run on the same machines, with one kernel between them and one control plane above them.
threat SharedCluster: Stride.ElevationOfPrivilege "Tenants on one kernel" {
  on c: Cluster
  when count([e.boundary for e in c.elements where (e.boundary is Tenant)]) >= 2
  likelihood = Low
  impact = VeryHigh
  mitigated_by = [
    SeparateNodes,
    IsolatedRuntime,
    NetworkPolicies(strength = 30%),
    PodAdmission(strength = 40%),
    ResourceQuotas(strength = 10%)
  ]
  references = ["CWE-653", "CWE-1220", "CAPEC-480", "T1611", "T1613", "K05:2025"]
  message = "Several tenants run in {c}."
  detection = "As one tenant, list what the API shows of others, connect to their pods, and ask on which nodes they run."
  false_positives = "The tenants are parts of one organisation, and none of them runs code of outsiders."
  remedy = "Nodes or clusters of their own for those who run foreign code; at least a stronger runtime, refused networks and quotas."
}

/// A pod asks the address at which the cloud tells machines their credentials, and gets those of its node: to pull every image, read disks, and change the network.
threat NodeIdentity: Stride.ElevationOfPrivilege "Pods borrow the rights of their machine" {
  on c: Cluster
  when not c.metadata_blocked
  when exists w in c.elements where (w is Workload and lies_in_cloud(w) and strangers_reach(w))
  likelihood = Moderate
  impact = High
  mitigated_by = [PodIdentity, EgressFilter, NetworkPolicies(strength = 50%)]
  references = [
    "CWE-441",
    "CWE-522",
    "CAPEC-664",
    "T1552.005",
    "T1078.004",
    "MS-TA9033",
    "MS-TA9028",
    "MS-TA9020",
    "K08:2025"
  ]
  message = "Pods in {c} can get the cloud credentials of their machines."
  detection = "From a pod that faces users, open the metadata address and ask for credentials, with and without a session token."
  false_positives = "The machines have no rights at the cloud, or hand them out only over one hop that pods are beyond."
  remedy = "Block the address for pods, lend each pod rights of its own, and take from the machines what only pods needed."
  fix "Out of the pods' reach" { c.metadata_blocked = true }
}

/// The version is out of support: its known holes, in the API, on the nodes or in the runtime, stay open.
threat UnsupportedCluster: Stride.ElevationOfPrivilege "A version without fixes" {
  on c: Cluster
  when not c.supported_version
  when exists e in c.elements where (e is Workload or e is KubernetesApi)
  likelihood = Moderate
  impact = High
  mitigated_by = [
    ClusterUpgrades,
    NetworkSegmentation(strength = 30%),
    NetworkPolicies(strength = 20%)
  ]
  references = ["CWE-1329", "CAPEC-310", "T1068", "T1211", "K07:2025", "K10:2022"]
  message = "{c} runs a version that gets no more fixes."
  detection = "Compare the versions of control plane, nodes, runtime and network plugin with the dates until which they are supported."
  false_positives = "A vendor mends the old version, and the contract says so."
  remedy = "Upgrade one version after the other, first in a test cluster; put a date on the next one now."
  fix "Upgrade" { c.supported_version = true }
}

/// Whoever has taken over the cluster also clears its events and the logs of its pods, and nothing tells what happened.
threat LogsStayInside: Stride.Repudiation "The traces stay where the thief is" {
  on c: Cluster
  when not c.logs_leave
  when exists e in c.elements where (e is Workload)
  likelihood = Low
  impact = Moderate
  mitigated_by = [LogShipping, Alerting]
  references = ["CWE-778", "CAPEC-268", "T1070", "MS-TA9021", "MS-TA9022", "K05:2022", "K10:2025"]
  message = "Logs and events of {c} can be wiped by whoever rules it."
  detection = "Delete a pod with an administrator's rights, then find out, without the cluster, who did it and what the pod had logged."
  false_positives = "The provider keeps the audit log outside, and nothing else is needed to explain an attack."
  remedy = "Switch the audit log on, send it and the logs of pods to another account as they are written, and alarm when they stop."
  fix "They leave at once" { c.logs_leave = true }
}

/// The mesh also accepts conversations in clear from callers it does not know, so that old clients still work. So do new attackers.
threat PermissiveMesh: Stride.Spoofing "The mesh believes strangers" {
  on m: ServiceMesh
  when not m.strict
  likelihood = Low
  impact = Moderate
  mitigated_by = [StrictMesh, NetworkPolicies(strength = 50%)]
  references = ["CWE-306", "CWE-319", "CAPEC-151", "T1557", "K05:2025"]
  message = "{m} lets conversations through that are not encrypted or whose caller is unknown."
  detection = "From a pod without a proxy, call a service of the mesh in clear text."
  false_positives = "A network policy lets only pods of the mesh reach each other."
  remedy = "Find the last callers in clear from the mesh's own figures, bring them in, and switch to strict, namespace by namespace."
  fix "Strict" { m.strict = true }
}

/// The store asks nobody who they are, because only its neighbours use it; but every pod of the cluster can connect. What programs put there for themselves, others read and change.
threat OpenToEveryPod: Stride.Tampering "Every pod may use the store" {
  on s: store
  when exists b in s.boundaries where (b is Cluster)
  when not s.default_deny
  when some_weak(s)
  when known(s.authentication) or s is KeyValueStore or s is SearchIndex
  when count(s.inflows) >= 1 and none f in s.inflows where (exposed(f) and not proven(f))
  likelihood = Low
  impact = if known(s.holds)
        and exists d in s.holds where (known(d.integrity) and d.integrity >= High)
      then VeryHigh
    else High
  mitigated_by = [StrongAuthentication, NetworkPolicies, NetworkSegmentation]
  references = ["CWE-306", "CAPEC-115", "T1210", "T1565.001", "MS-TA9034", "K05:2025", "K07:2022"]
  message = "{s} serves every pod that can connect, and nothing keeps pods from it."
  detection = "From a shell in a pod of another namespace, connect to the store, read a value and write one."
  false_positives = "It is part of a pod and answers only inside it."
  remedy = "Give the store a password or certificates, and let a policy name the pods that may connect; either alone is one mistake away from nothing."
  fix "Callers prove who they are" { s.authentication = Password }
}
