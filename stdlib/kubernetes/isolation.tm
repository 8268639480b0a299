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
  mitigated_by = [FilteredCalls, PodAdmission(strength = 50%), IsolatedRuntime]
  references = ["CWE-250", "CAPEC-480", "T1611", "K01:2022"]
  message = "Pods in {n} may make any call to the kernel of their node."
  detection = "In a pod, read `Seccomp` in /proc/self/status: 0 means no filter."
  false_positives = "The pods run in virtual machines of their own."
  remedy = "Let the node's agent use the runtime's own profile for pods that name none, and refuse pods that switch it off."
  fix "Calls are filtered" { n.syscalls_filtered = true }
}

/// It gets what the cluster keeps secret: etcd is drawn, and holds secrets.
fn keeps_secrets(c: Cluster) = exists s in c.elements
  where (s is Etcd and known(s.holds) and exists d in s.holds where (d is Secret))

/// Environment variables are passed on to every program that is started, stand in crash dumps, in pages for debugging and in whatever lists processes. A secret that comes that way is soon in a log.
threat SecretsAsVariables: Stride.InformationDisclosure "Secrets in environment variables" {
  on c: Cluster
  when keeps_secrets(c)
  when exists w in c.elements where (w is Workload and not w.secrets_as_files)
  likelihood = Low
  impact = High
  mitigated_by = [
    SecretFiles,
    PodAdmission(strength = 20%),
    LogRedaction(strength = 30%, on = c.elements),
    ExternalSecrets(strength = 60%, on = c.elements)
  ]
  references = ["CWE-526", "CWE-214", "CAPEC-150", "T1552", "MS-TA9027", "K03:2025"]
  message = "Pods in {c} may be given secrets as environment variables."
  detection = "Search the manifests for variables that take their value from a secret; in a test pod, make the program fail and read what it writes about its environment."
  false_positives = "The variables only name where the secret is to be fetched."
  remedy = "Mount secrets as files in memory that only the program can read, or let it fetch them with its own identity, and let admission refuse variables made from secrets."
  fix "Secrets come as files" { c.secrets_as_files = true }
}

/// It may be root: nobody says otherwise of the pod, or of a part of the cluster that it stands in.
fn may_be_root(w: Workload) = not held_to_restricted(w)
  and not owns_node(w)
  and count(w.neighbours) >= 1
  and not (known(w.runs_as_root) and not w.runs_as_root)

/// What its part of the cluster lets in is asked first: the strict answer settles this, too.
fn asked_of_admission(w: Workload) = not known(w.pod_security)
  and exists b in w.boundaries where (b is Namespace)

/// Nothing keeps a container from being root in it, as most images are unless somebody thinks of it; and from there it is a small step to the node. What is said of the whole cluster is said here once, and not of each pod.
threat RootByDefault: Stride.ElevationOfPrivilege "Containers are root unless somebody objects" {
  on c: Cluster
  when c.runs_as_root
  when exists w in c.elements
    where (w is Workload
      and may_be_root(w)
      and (known(c.runs_as_root) or not asked_of_admission(w)))
  likelihood = if exists w in c.elements
        where (w is Workload and may_be_root(w) and open_to_strangers(w))
      then Moderate
    else Low
  impact = High
  mitigated_by = [OrdinaryUsers, PodAdmission, IsolatedRuntime]
  references = ["CWE-250", "CAPEC-480", "T1611", "K01:2022", "K01:2025"]
  message = "Containers in {c} may run as root."
  detection = "List the user of each running container, and start one that is root."
  false_positives = "The runtime maps root in the container to nobody on the node."
  remedy = "Let the cluster refuse containers that are root or may become it; give images a user of their own."
  fix "None is root" { c.runs_as_root = false }
}

/// It has no use for a token, and nobody says that it gets none.
fn may_get_token(w: Workload) = idle(w) and not (known(w.mounted_token) and not w.mounted_token)

/// Each pod finds a token for the cluster's API in its file system, also those that never ask there. Whoever reads a file in any of them can speak as it.
threat TokensByDefault: Stride.ElevationOfPrivilege "A token for every pod" {
  on c: Cluster
  when c.mounted_token
  when exists w in c.elements where (w is Workload and may_get_token(w))
  likelihood = if exists w in c.elements
        where (w is Workload and may_get_token(w) and open_to_strangers(w))
      then Moderate
    else Low
  impact = Moderate
  mitigated_by = [NoMountedTokens]
  references = ["CWE-272", "CWE-522", "CAPEC-122", "T1528", "T1552.007", "MS-TA9016", "K02:2025"]
  message = "Pods in {c} that never use the cluster's API are given a token for it."
  detection = "In a shell of a pod that has no business with the API, look for a token below `/var/run/secrets` and ask the API what it may do."
  false_positives = "The accounts behind the tokens have no role at all."
  remedy = "Switch mounting off for the accounts, and on again for the few pods that need it."
  fix "Only on demand" { c.mounted_token = false }
}

/// Nobody says that it has limits.
fn may_grow(w: Workload) = not (known(w.resource_limits) and w.resource_limits)

/// One pod, or the pods of one team, take all memory and processors, by a flaw, by a copy too many or because strangers make them, and the others stop.
threat NoLimitsForPods: Stride.DenialOfService "One team starves the others" {
  on c: Cluster
  when not c.resource_limits
  when exists w in c.elements where (w is Workload and may_grow(w))
  when count([w.boundary for w in c.elements where (w is Workload)]) >= 2
    or exists w in c.elements where (w is Workload and open_to_strangers(w))
  likelihood = if exists w in c.elements
        where (w is Workload and may_grow(w) and open_to_strangers(w))
      then Moderate
    else Low
  impact = Moderate
  mitigated_by = [
    ResourceQuotas,
    RateLimit(strength = 20%, on = c.elements),
    AutoScaling(strength = 20%, on = c.elements)
  ]
  references = [
    "CWE-770",
    "CAPEC-130",
    "T1499.003",
    "T1496.001",
    "MS-TA9040",
    "MS-TA9039",
    "K01:2025"
  ]
  message = "Nothing may limit what one pod in {c} takes from the others."
  detection = "In a test namespace, start a pod that takes memory, and a hundred copies of it; watch the pods beside it."
  false_positives = "Each team has nodes of its own, and each pod its own."
  remedy = "Give every namespace a quota and every pod limits, as a default that admission adds, and keep a reserve for what rules the cluster."
  fix "Limits are set" { c.resource_limits = true }
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
  message = "The version of {c} may get no more fixes."
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
  message = "Conversations that are not encrypted, or whose caller is unknown, get through {m}."
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
  mitigated_by = [StoreLogins, StrongAuthentication, NetworkPolicies, NetworkSegmentation]
  references = ["CWE-306", "CAPEC-115", "T1210", "T1565.001", "MS-TA9034", "K05:2025", "K07:2022"]
  message = "Every pod that can connect to {s} is served, and nothing keeps pods from connecting."
  detection = "From a shell in a pod of another namespace, connect to the store, read a value and write one."
  false_positives = "It is part of a pod and answers only inside it."
  remedy = "Give the store a password or certificates, and let a policy name the pods that may connect; either alone is one mistake away from nothing."
  fix "Callers prove who they are" {
    s.authentication = or_better(s.authentication, Password)
    s.also_accepts = strong_ones(s.also_accepts)
  }
}
