//! What the model needs to say about workloads of a cluster, and what goes wrong with them.
//!
//! `Workload` is an ability: added to a type with `+`, as in `process api: WebService + Workload`.

/// Runs in a pod.
type Workload: process "Workload" {
  /// Its containers run as root or may gain its rights.
  runs_as_root: Bool
  /// A token for the cluster's API lies in its file system, although it never calls that API.
  idle_api_token: Bool
}

/// Pods may talk only to whom a policy names, coming in and going out.
control NetworkPolicies: boundary "Network policies" {
  strength = 75%
  satisfies = ["NIST-800-53 SC-7", "ISO-27001 A.8.22"]
  cost = 3_000 EUR
}

/// Pods that ask for more than the restricted profile allows are not started.
control PodAdmission: boundary "Restricted pods only" {
  strength = 80%
  satisfies = ["NIST-800-53 CM-7", "NIST-800-53 AC-6"]
  cost = 2_000 EUR
}

/// A hole in the program is a hole in the node: root in the container is a small step from root on the machine, and from there to every pod on it.
threat RootContainer: Stride.ElevationOfPrivilege "Root in the container" {
  on w: Workload
  when w.runs_as_root
  when count(w.inflows) >= 1
  likelihood = if open_to_strangers(w) then Moderate else Low
  impact = High
  mitigated_by = [PodAdmission(on = w.boundaries), Sandbox]
  references = ["CWE-250", "CAPEC-480", "T1611"]
  message = "{w} runs as root."
  detection = "Read the security context of the running pod, not of the manifest."
  false_positives = "The runtime maps root in the container to nobody on the node."
  fix "Run as an ordinary user" { w.runs_as_root = false }
}

/// Whoever gets a shell or reads a file in the pod can speak to the cluster's API as this workload.
threat IdleApiToken: Stride.ElevationOfPrivilege "A token nobody needs" {
  on w: Workload
  when w.idle_api_token
  likelihood = Low
  impact = Moderate
  mitigated_by = [LeastPrivilege, RoleBasedAccess(strength = 60%)]
  references = ["CWE-272", "T1528", "T1552.007"]
  message = "A token for the cluster's API lies in {w}."
  detection = "In a shell of the pod, look for a token below /var/run/secrets, and ask the API what it may do."
  false_positives = "The account behind the token has no role at all."
  fix "Do not mount it" { w.idle_api_token = false }
}

/// Every pod of the cluster can open a connection to every other one: one hole in a forgotten tool, and the database's clients are its neighbours.
threat FlatNetwork: Stride.ElevationOfPrivilege "Everything may talk to everything" {
  on n: Namespace
  when not (n.controls has NetworkPolicies)
  when exists e in n.elements where (e is store or e is Workload)
  likelihood = Low
  impact = High
  mitigated_by = [NetworkPolicies, NetworkSegmentation]
  references = ["CWE-1327", "CAPEC-309", "T1046", "T1210"]
  message = "Pods of any namespace can reach what runs in {n}."
  detection = "From a shell in a pod of another namespace, connect to each port of this one."
  false_positives = "A service mesh refuses callers that it does not know."
}
