//! Ruling: who can reach, command or deceive the control plane.
use std.cicd
use std.web

/// One stolen file or one hole in the API server is enough, since anyone on the internet can try it.
threat ExposedControlPlane: Stride.ElevationOfPrivilege "The API server answers the internet" {
  on a: KubernetesApi
  when a.internet_facing or not known(a.internet_facing) and open_to_strangers(a)
  when count(a.inflows) >= 1
  likelihood = Low
  impact = VeryHigh
  mitigated_by = [
    PrivateControlPlane,
    NetworkSegmentation,
    AdministrationGateway,
    MultiFactor(strength = 40%),
    FederatedClusterLogin(strength = 30%)
  ]
  references = [
    "CWE-749",
    "CAPEC-115",
    "T1133",
    "T1190",
    "MS-TA9029",
    "MS-TA9003",
    "K06:2025",
    "K09:2022"
  ]
  message = "{a} can be reached from the internet."
  detection = "From a mobile network, open the address of the API server, and ask for its version without credentials."
  false_positives = "A list of addresses lets only offices and runners in."
  remedy = "Give it a private address, or limit it to the networks of those who administer."
  fix "Not from the internet" { a.internet_facing = false }
}

/// People tell it what to do, from their machines or straight.
fn people_rule(a: KubernetesApi) = by_people(a.inflows)
  or exists f in a.inflows where (f.source is DeveloperMachine)
  or exists f in ways_in(a) where (f.source is DeveloperMachine)

/// People log in with certificates. Kubernetes cannot take one back: who copied the file, or left the company, has access until it runs out.
threat UnrevocableLogin: Stride.Spoofing "Logins that cannot be taken back" {
  on a: KubernetesApi
  when accepts(a, ClientCertificate)
  when people_rule(a)
  likelihood = Low
  impact = VeryHigh
  mitigated_by = [FederatedClusterLogin, TimeLimitedRights, NetworkSegmentation(strength = 40%)]
  references = ["CWE-299", "CAPEC-560", "T1649", "T1078", "MS-TA9003", "K06:2022", "K09:2025"]
  message = "People log in to {a} with certificates, which nobody can take back."
  detection = "List who was ever given a certificate or a kubeconfig with one, for which group, and until when it is valid; try that of someone who has left."
  false_positives = "Certificates are good for hours, and are given out by a system that checks the person each time."
  remedy = "Let people log in at the identity provider, and keep one certificate for emergencies in a safe."
}

/// Everyone who may deploy may also open a shell in a running pod, read its memory and its secrets, and change it so that no manifest shows it.
threat FreeShells: Stride.ElevationOfPrivilege "Shells in running pods" {
  on a: KubernetesApi
  when not a.restricted_exec
  when people_rule(a)
  likelihood = Low
  impact = High
  mitigated_by = [
    RestrictedExec,
    TimeLimitedRights,
    AuditLog(strength = 20%),
    Alerting(strength = 20%)
  ]
  references = [
    "CWE-749",
    "CWE-272",
    "CAPEC-122",
    "T1609",
    "T1059.013",
    "MS-TA9006",
    "MS-TA9007",
    "MS-TA9041"
  ]
  message = "Who may deploy through {a} may also open shells in what runs."
  detection = "List the roles that allow exec, attach, port-forward and ephemeral containers, and who has them."
  false_positives = "Only a handful of operators has access at all."
  remedy = "Take these verbs out of everyday roles, lend them for an hour on request, and record what is typed."
  fix "Shells are for few" { a.restricted_exec = true }
}

/// Not only the API server talks to etcd. Whoever can, reads every secret and writes any object, past all roles, admission and audit.
threat EtcdReachable: Stride.ElevationOfPrivilege "A way around the API server" {
  on s: Etcd
  when exists f in s.inflows
    where (f.source is not KubernetesApi and f.source is not store and not from_untrusted(f))
  likelihood = Low
  impact = VeryHigh
  mitigated_by = [
    NetworkSegmentation,
    StrongAuthentication(strength = 50%),
    FieldEncryption(strength = 40%)
  ]
  references = ["CWE-424", "CAPEC-1", "T1552", "T1565.001", "MS-TA9025", "K09:2022", "K06:2025"]
  message = "Not only the API server talks to {s}: {s.inflows.source}."
  detection = "From each of them, and from a pod, connect to the port of etcd and read a key below /registry/secrets."
  false_positives = "The other one makes backups on the same machine, and they are encrypted and kept like the cluster's keys."
  remedy = "Let only the API servers connect, by certificates of their own; take backups on the spot."
}

/// The kubelet does for every caller what it is asked: start a shell in any pod of its node, read logs and secrets. Nobody asks the API server whether that is allowed.
threat OpenKubelet: Stride.ElevationOfPrivilege "A kubelet that obeys everyone" {
  on k: Kubelet
  when not k.access_control
  when count(k.inflows) >= 1
  likelihood = if exists f in k.inflows where (f.source is Workload) then Moderate else Low
  impact = VeryHigh
  mitigated_by = [
    RoleBasedAccess,
    NetworkSegmentation,
    StrongAuthentication(strength = 40%),
    HardenedBaseline
  ]
  references = ["CWE-862", "CAPEC-122", "T1609", "T1613", "MS-TA9030", "K06:2025", "K09:2022"]
  message = "Callers of {k} get what they ask for without a check whether they may."
  detection = "From a pod, list the pods at the kubelet's port without credentials, then with the token of an ordinary account, and run a command in one."
  false_positives = "Only the API server can reach the port."
  remedy = "Switch anonymous requests and the read-only port off, and let the kubelet ask the API server about each request."
  fix "It asks the API server" { k.access_control = true }
}

/// A probe names a host and a port, and the kubelet asks there, from the node, for whoever may start a pod: whether a door is open is told by whether the pod is healthy. So pods see the network that only nodes see.
threat ProbesElsewhere: Stride.InformationDisclosure "The kubelet asks for others" {
  on k: Kubelet
  when not (known(k.pod_security) and k.pod_security in [Baseline, Restricted])
  when not k.probes_confined
  when count(k.neighbours) >= 1
  likelihood = Low
  impact = Moderate
  mitigated_by = [ConfinedProbes, NetworkSegmentation, PodAdmission(on = k.boundaries)]
  references = ["CWE-918", "CWE-441", "CAPEC-664", "CAPEC-300", "T1046"]
  message = "Probes of pods make {k} ask hosts and ports of their author's choice."
  detection = "Start a pod whose probe names another host, once with an open and once with a closed port, and compare its state."
  false_positives = "Nodes reach nothing that pods do not reach, too."
  remedy = "Let admission refuse probes and hooks that name a host, and let nodes reach only what they need."
  fix "Only the pod itself" { k.probes_confined = true }
}

/// The API server asks it, perhaps through a relay.
fn asked_by_api(h: process) = exists f in h.inflows where (f.source is KubernetesApi)
  or exists f in ways_in(h) where (f.source is KubernetesApi)

/// The check that keeps bad objects out is skipped when it does not answer. Keeping it busy, or removing its pod, opens the door.
threat AdmissionFailsOpen: Stride.ElevationOfPrivilege "A guard that may be absent" {
  on h: AdmissionWebhook
  when h.skipped_when_down
  when asked_by_api(h)
  likelihood = Low
  impact = High
  mitigated_by = [
    FailClosedAdmission,
    Redundancy(strength = 40%),
    PodAdmission(strength = 50%),
    Alerting
  ]
  references = ["CWE-636", "CAPEC-125", "T1610", "K04:2022", "K04:2025"]
  message = "Objects are let in unseen when {h} does not answer."
  detection = "In a test cluster, stop the webhook and create an object that it would refuse."
  false_positives = "It only adds conveniences and guards nothing."
  remedy = "Fail closed for what guards, except for the webhook's own namespace, run several copies, and use built-in policies where they suffice."
  fix "Fail closed" { h.skipped_when_down = false }
}

/// Every change of the cluster waits for this program, and whoever can reach it, or may create an object, decides how much it has to read. One huge or slow request uses up its memory or its workers; until it is back nothing can be created or mended.
threat OverloadedAdmission: Stride.DenialOfService "A guard that one request stops" {
  on h: AdmissionWebhook
  when not h.requests_limited
  when not (known(h.skipped_when_down) and h.skipped_when_down)
  when asked_by_api(h)
  likelihood = Low
  impact = if known(h.skipped_when_down) then High else Moderate
  mitigated_by = [
    LimitedAdmission,
    Redundancy(strength = 40%),
    NetworkPolicies(strength = 40%),
    RateLimit(strength = 30%)
  ]
  references = ["CWE-770", "CWE-789", "CAPEC-130", "CAPEC-469", "T1499.004", "K04:2025"]
  message = "{h} may be stopped by a single large or slow request, and changes of the cluster wait for it."
  detection = "In a test cluster, send it a body of some gigabytes from a pod, then open a few hundred connections that send a byte every ten seconds; try to create an object meanwhile."
  false_positives = "Only the API server can open a connection to it, and the API server's own limit on objects is small enough."
  remedy = "Refuse bodies above the size of the largest object, set time limits for headers and bodies, let only the API server connect, and run several copies."
  fix "Limit requests" { h.requests_limited = true }
}

/// Someone else's program sees each object before it is stored, secrets included, and may change it.
threat OutsideAdmission: Stride.Tampering "Someone else changes our objects" {
  on f: flow
  when f.source is KubernetesApi and not f.source.external
  when f.target is AdmissionWebhook and f.target.external
  likelihood = Low
  impact = VeryHigh
  mitigated_by = [
    DataMinimization,
    MutualTls(strength = 20%),
    Alerting(on = f.source, strength = 20%)
  ]
  references = ["CWE-829", "CAPEC-94", "T1546", "T1199", "MS-TA9015", "K04:2025"]
  message = "Objects of {f.source} can be seen and changed by {f.target}, run by somebody else."
  detection = "Read the webhook's configuration: which kinds, which namespaces, and whether it may change or only refuse."
  false_positives = "It is asked about one harmless kind only, and may refuse but not change."
  remedy = "Run it inside, or limit it by kind and namespace; never show it secrets."
}

/// A page from which the cluster is looked at or changed answers the whole internet. Such pages have been found by search engines before their owners knew that they were open.
threat ExposedClusterTool: Stride.ElevationOfPrivilege "The cluster's pages on the internet" {
  on t: ClusterTool
  when not t.external
  when open_to_strangers(t)
  likelihood = if weak(t.authentication) then High else Moderate
  impact = High
  mitigated_by = [
    AdministrationGateway,
    NetworkSegmentation,
    StrongAuthentication(strength = 60%),
    MultiFactor(strength = 60%)
  ]
  references = ["CWE-749", "CAPEC-115", "T1133", "T1190", "MS-TA9005", "K06:2025"]
  message = "{t} can be opened by anyone on the internet."
  detection = "Open it from a mobile network; look for its name in certificate logs and search engines for open services."
  false_positives = "It shows only what the public may know, and changes nothing."
  remedy = "Put it behind a tunnel or an identity-aware proxy, and let it act with the rights of the person, not with its own."
}

/// Whoever can change a job can do anything with the cluster: the pipeline deploys with the rights of an administrator.
threat PipelineRulesCluster: Stride.ElevationOfPrivilege "The pipeline is an administrator" {
  on r: CiRunner
  when r.cluster_rights in [ReadsSecrets, ClusterAdmin]
  when exists f in r.outflows where (f.target is KubernetesApi)
    or exists f in ways_out(r) where (f.target is KubernetesApi)
  likelihood = if known(r.runs_forks) and r.runs_forks then High else Low
  impact = VeryHigh
  mitigated_by = [
    DeployOnly,
    LeastPrivilege,
    ScopedCredentials,
    FederatedIdentity(strength = 40%),
    TimeLimitedRights(on = r.outflows.target)
  ]
  references = ["CWE-250", "CAPEC-122", "T1098.006", "T1677", "MS-TA9019", "K02:2025", "CICD-SEC-5"]
  message = "Jobs on {r} may do more with the cluster than to deploy."
  detection = "With the credentials of a job, ask the API what they may do in every namespace."
  false_positives = "The job sets the cluster up, runs only for protected branches, and waits for a second person."
  remedy = "Give each pipeline a role for its own namespace that may change workloads and read no secrets; or let a controller inside the cluster fetch what is to run."
  fix "It may only deploy" { r.cluster_rights = StartsWorkloads }
}

/// People log in to the machines of the cluster. What they do there no role limits and no audit log of the cluster shows.
threat ShellOnNode: Stride.ElevationOfPrivilege "Logins on the nodes" {
  on f: flow
  when f is Ssh and (f.source is actor or f.source is Workstation or by_people(f))
  when exists n in f.entered where (n is Node)
  likelihood = Low
  impact = VeryHigh
  mitigated_by = [
    AdministrationGateway(on = f.target),
    MultiFactor(strength = 40%, on = [f.source, f.target]),
    AuditLog(strength = 20%, on = f.target)
  ]
  references = ["CWE-749", "CWE-424", "CAPEC-555", "T1021.004", "K06:2025"]
  message = "A login by {f.source} leads to a node of the cluster, past the API."
  detection = "List the keys that open the nodes, whose they are, and when each was last used."
  false_positives = "The machine is one that somebody has just taken out of service to look at it."
  remedy = "Replace broken nodes instead of mending them; look at live ones through a pod for it, which the API server allows and records."
}
