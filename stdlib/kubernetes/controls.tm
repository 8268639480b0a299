//! Controls of clusters.

/// Pods may talk only to whom a policy names, coming in and going out.
control NetworkPolicies: boundary "Network policies" {
  strength = 75%
  default_deny = true
  satisfies = [
    "NIST-800-53 SC-7",
    "NIST-800-53 SC-7(5)",
    "PCI-DSS-4.0.1 1.3.1",
    "ISO-27001 A.8.22",
    "ISO-27001 A.8.20",
    "SOC-2 CC6.6",
    "CIS-8.1 13.4",
    "NIST-CSF-2.0 PR.IR-01"
  ]
  cost = 3_000 EUR
}

/// Pods that ask for more than the restricted profile allows are not started.
control PodAdmission: boundary + Workload "Restricted pods only" {
  strength = 80%
  pod_security = Restricted
  satisfies = [
    "NIST-800-53 CM-7",
    "NIST-800-53 AC-6",
    "ISO-27001 A.8.9",
    "CIS-8.1 4.1",
    "CIS-8.1 16.7",
    "NIST-CSF-2.0 PR.PS-01"
  ]
  cost = 2_000 EUR
}

/// Pods get no token for the cluster's API unless they ask for one.
control NoMountedTokens: boundary + Workload "Tokens only on demand" {
  strength = 85%
  mounted_token = false
  satisfies = ["NIST-800-53 AC-6", "NIST-800-53 IA-5", "SOC-2 CC6.1", "NIST-CSF-2.0 PR.AA-05"]
  cost = 500 EUR
}

/// Each workload has an account of its own, with the few verbs on the few objects that it needs.
control NarrowServiceAccount: Workload "Account for the task" {
  strength = 70%
  reduces = Impact
  satisfies = [
    "NIST-800-53 AC-6",
    "NIST-800-53 AC-6(8)",
    "PCI-DSS-4.0.1 7.2.5",
    "ISO-27001 A.8.2",
    "SOC-2 CC6.3",
    "CIS-8.1 6.8",
    "NIST-CSF-2.0 PR.AA-05"
  ]
  cost = 1_500 EUR
}

/// Memory and processor of each pod, and their sum for each namespace, have an upper bound.
control ResourceQuotas: boundary + Workload "Limits for pods and namespaces" {
  strength = 75%
  resource_limits = true
  satisfies = ["NIST-800-53 SC-6", "ISO-27001 A.8.6"]
  cost = 1_000 EUR
}

/// Root inside the container is nobody on the node, or the pod has a small kernel of its own.
control IsolatedRuntime: boundary + Workload "Pods with a wall of their own" {
  strength = 75%
  satisfies = ["NIST-800-53 SC-39", "NIST-800-53 SC-3"]
  cost = 6_000 EUR
}

/// The image contains the program and what it needs, no shell and no package manager.
control MinimalImage: Workload "Images without tools" {
  strength = 25%
  satisfies = ["CIS-8.1 4.8"]
  cost = 1_000 EUR
}

/// Secrets come from a store outside of the cluster when a pod starts, and are known to this pod alone.
control ExternalSecrets: Workload "Secrets from outside the cluster" {
  strength = 75%
  secrets_in_manifest = false
  satisfies = [
    "NIST-800-53 SC-12",
    "PCI-DSS-4.0.1 8.6.2",
    "ISO-27001 A.5.17",
    "SOC-2 CC6.1",
    "NIST-CSF-2.0 PR.AA-01"
  ]
  cost = 3_000 EUR
}

/// Pods have identities of their own at the cloud; those of the machines are out of their reach.
control PodIdentity: Cluster "Cloud identities for pods" {
  strength = 85%
  metadata_blocked = true
  satisfies = [
    "NIST-800-53 IA-9",
    "NIST-800-53 AC-6",
    "ISO-27001 A.5.16",
    "SOC-2 CC6.1",
    "NIST-CSF-2.0 PR.AA-05"
  ]
  cost = 2_000 EUR
}

/// Tenants have nodes of their own, or clusters.
control SeparateNodes: Cluster "Nodes for each tenant" {
  strength = 75%
  satisfies = [
    "NIST-800-53 SC-39",
    "NIST-800-53 SC-2",
    "ISO-27001 A.8.22",
    "SOC-2 CC6.1",
    "CIS-8.1 3.12",
    "NIST-CSF-2.0 PR.IR-01"
  ]
  cost = 15_000 EUR
}

/// Control plane and nodes are brought to a supported version within weeks, on a schedule.
control ClusterUpgrades: Cluster "Regular upgrades" {
  strength = 75%
  supported_version = true
  satisfies = [
    "NIST-800-53 SI-2",
    "NIST-800-53 SA-22",
    "PCI-DSS-4.0.1 6.3.3",
    "ISO-27001 A.8.8",
    "SOC-2 CC7.1",
    "CIS-8.1 2.2",
    "CIS-8.1 7.3",
    "NIST-CSF-2.0 PR.PS-02"
  ]
  cost = 8_000 EUR
}

/// Audit log, events and logs leave the cluster at once.
control LogShipping: Cluster "Logs leave the cluster" {
  strength = 80%
  logs_leave = true
  satisfies = [
    "NIST-800-53 AU-9(2)",
    "NIST-800-53 AU-6(4)",
    "PCI-DSS-4.0.1 10.3.3",
    "ISO-27001 A.8.15",
    "SOC-2 CC7.2",
    "CIS-8.1 8.2",
    "CIS-8.1 8.9",
    "NIST-CSF-2.0 PR.PS-04"
  ]
  cost = 4_000 EUR
}

/// People log in at the company's identity provider; a login ends by itself and can be taken back.
control FederatedClusterLogin: KubernetesApi "Login through the company" {
  strength = 85%
  satisfies = [
    "NIST-800-53 IA-2",
    "NIST-800-53 AC-2(3)",
    "ISO-27001 A.5.16",
    "SOC-2 CC6.1",
    "SOC-2 CC6.2",
    "CIS-8.1 5.6",
    "CIS-8.1 6.7",
    "NIST-CSF-2.0 PR.AA-01",
    "NIST-CSF-2.0 PR.AA-03"
  ]
  cost = 2_000 EUR
}

/// Rights of administrators are asked for, given for hours, and recorded.
control TimeLimitedRights: KubernetesApi "Rights for hours" {
  strength = 60%
  satisfies = [
    "NIST-800-53 AC-2(6)",
    "NIST-800-53 AC-6(5)",
    "ISO-27001 A.8.2",
    "ISO-27001 A.5.18",
    "SOC-2 CC6.3",
    "CIS-8.1 6.1",
    "NIST-CSF-2.0 PR.AA-05"
  ]
  cost = 4_000 EUR
}

/// Shells in running pods are for few, for a while, and are recorded.
control RestrictedExec: KubernetesApi "Shells for few" {
  strength = 70%
  restricted_exec = true
  satisfies = [
    "NIST-800-53 AC-6(1)",
    "NIST-800-53 AU-12",
    "ISO-27001 A.8.18",
    "SOC-2 CC6.3",
    "CIS-8.1 8.8",
    "NIST-CSF-2.0 PR.AA-05"
  ]
  cost = 1_500 EUR
}

/// Workloads speak only with those whose identity they know, and only encrypted.
control StrictMesh: ServiceMesh "Known and encrypted conversations only" {
  strength = 85%
  strict = true
  satisfies = [
    "NIST-800-53 SC-8(1)",
    "NIST-800-53 IA-9",
    "ISO-27001 A.8.24",
    "SOC-2 CC6.1",
    "SOC-2 CC6.7",
    "CIS-8.1 3.10",
    "NIST-CSF-2.0 PR.DS-02"
  ]
  cost = 5_000 EUR
}

/// Pods run under the runtime's profile of system calls, or a narrower one, unless a reviewed exception says otherwise.
control FilteredCalls: boundary + Workload "System calls filtered" {
  strength = 70%
  syscalls_filtered = true
  satisfies = ["NIST-800-53 SC-39"]
}

/// Secrets reach pods as files in memory; a policy refuses those that ask for them as variables.
control SecretFiles: boundary + Workload "Secrets as files" {
  strength = 70%
  secrets_as_files = true
  satisfies = [
    "NIST-800-53 SC-12",
    "NIST-800-53 IA-5(7)",
    "PCI-DSS-4.0.1 8.6.2",
    "ISO-27001 A.5.17",
    "SOC-2 CC6.1"
  ]
}

/// Images name a user that is not root, and the cluster refuses to start what runs as root.
control OrdinaryUsers: boundary + Workload "Containers as ordinary users" {
  strength = 85%
  runs_as_root = false
  satisfies = ["NIST-800-53 AC-6", "ISO-27001 A.8.2", "SOC-2 CC6.3", "NIST-CSF-2.0 PR.AA-05"]
}

/// The store asks every caller for a login of its own, also inside the cluster.
control StoreLogins: store "A login for each calling program" {
  strength = 85%
  authentication = Password
  also_accepts = []
  satisfies = ["NIST-800-53 IA-9", "ISO-27001 A.8.5", "SOC-2 CC6.1", "NIST-CSF-2.0 PR.AA-03"]
}

/// What needed the privilege was split off, or replaced by the one capability it needs.
control NoPrivilege: Workload "No privileged containers" {
  strength = 95%
  privileged = false
  satisfies = ["NIST-800-53 AC-6", "ISO-27001 A.8.2", "SOC-2 CC6.3", "NIST-CSF-2.0 PR.AA-05"]
}

/// The pod has its own network, processes and memory; what must see the node's is a small program of its own.
control OwnNamespaces: Workload "Network and processes of its own" {
  strength = 95%
  shares_node = false
  satisfies = ["NIST-800-53 AC-6"]
}

/// Folders of the node, and the socket of its container runtime, are not mounted where they can be written.
control NodeUntouched: Workload "Nothing of the node written" {
  strength = 95%
  writes_node = false
  satisfies = ["NIST-800-53 AC-6"]
}

/// The role names the objects it reads, no secrets and nothing that starts or changes pods.
control ReadsStateOnly: Workload "Rights to read state only" {
  strength = 90%
  api_rights = ReadsState
  satisfies = ["NIST-800-53 AC-6", "ISO-27001 A.8.2", "SOC-2 CC6.3", "NIST-CSF-2.0 PR.AA-05"]
}

/// Snippets and annotations that add configuration are switched off; what is needed stands in the controller's own settings.
control NoAnnotations: IngressController "No configuration by annotation" {
  strength = 90%
  free_configuration = false
  satisfies = [
    "NIST-800-53 SI-10",
    "PCI-DSS-4.0.1 6.2.4",
    "ISO-27001 A.8.28",
    "NIST-SSDF-1.1 PW.5.1"
  ]
}

/// The cluster's API has an address in our networks alone; people and pipelines come through a guarded way.
control PrivateControlPlane: KubernetesApi "API inside only" {
  strength = 85%
  internet_facing = false
  satisfies = [
    "NIST-800-53 SC-7",
    "PCI-DSS-4.0.1 1.3.1",
    "ISO-27001 A.8.20",
    "SOC-2 CC6.6",
    "NIST-CSF-2.0 PR.IR-01"
  ]
}

/// Probes and hooks that name another address are refused.
control ConfinedProbes: Kubelet "Probes of the pod itself only" {
  strength = 90%
  probes_confined = true
  satisfies = ["CIS-8.1 4.8"]
}

/// Objects wait while the webhook is down; it runs in several copies, and its own namespace is left out.
control FailClosedAdmission: AdmissionWebhook "Admission fails closed" {
  strength = 85%
  skipped_when_down = false
  satisfies = ["NIST-800-53 SC-24"]
}

/// Requests above a size are refused before they are read whole, and reading one ends after seconds.
control LimitedAdmission: AdmissionWebhook "Limits for admission requests" {
  strength = 80%
  requests_limited = true
  satisfies = ["NIST-800-53 SC-6"]
}

/// The pipeline's role changes workloads in its own namespaces, and neither roles nor the cluster.
control DeployOnly: CiRunner "Pipelines that may only deploy" {
  strength = 75%
  cluster_rights = StartsWorkloads
  satisfies = ["NIST-800-53 AC-6", "ISO-27001 A.8.2", "SOC-2 CC6.3", "NIST-CSF-2.0 PR.AA-05"]
}

/// The operator stays in the namespace of each object, or asks the cluster whether the object's author may use what it names, before it does.
control AuthorsRights: Operator "Wishes within the rights of their author" {
  strength = 80%
  acts_as_author = true
  satisfies = ["NIST-800-53 AC-3", "ISO-27001 A.8.3", "SOC-2 CC6.1", "NIST-CSF-2.0 PR.AA-05"]
}
