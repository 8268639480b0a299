//! Pods: what a hole in one of them is worth.
use std.web

/// The workload speaks with the cluster's API.
fn uses_api(w: Workload) = exists f in w.outflows where (f.target is KubernetesApi)
  or exists f in ways_out(w) where (f.target is KubernetesApi)

/// The cluster refuses pods that ask for more than an ordinary program needs.
fn held_to_restricted(w: Workload) = known(w.pod_security) and w.pod_security == Restricted

/// It owns its node already; what else it may do there adds nothing.
fn owns_node(w: Workload) = known(w.privileged) and w.privileged

/// A hole in the program is a hole in the node: from root in the container it is a small step to root on the machine, and from there to every pod on it.
threat RootContainer: Stride.ElevationOfPrivilege "Root in the container" {
  on w: Workload
  when w.runs_as_root and not held_to_restricted(w) and not owns_node(w)
  when none b in w.boundaries
    where (b is Cluster and (not known(w.runs_as_root) or known(b.runs_as_root) and b.runs_as_root))
  when count(w.neighbours) >= 1
  likelihood = if open_to_strangers(w) then Moderate else Low
  impact = High
  mitigated_by = [OrdinaryUsers, IsolatedRuntime, Sandbox, MinimalImage]
  references = ["CWE-250", "CAPEC-480", "T1611", "K01:2022", "K01:2025"]
  message = "Root is the user of {w}."
  detection = "Read the security context and the user of the running pod, not those of the manifest."
  false_positives = "The runtime maps root in the container to nobody on the node."
  remedy = "Give the image a user of its own, forbid gaining rights, and let the cluster refuse the rest."
  fix "Run as an ordinary user" { w.runs_as_root = false }
}

/// A privileged container is a program on the node: it loads modules, reads every disk, and owns all other pods there.
threat PrivilegedContainer: Stride.ElevationOfPrivilege "A container that is the node" {
  on w: Workload
  when owns_node(w)
  likelihood = if open_to_strangers(w) then Moderate else Low
  impact = VeryHigh
  mitigated_by = [
    NoPrivilege,
    IsolatedRuntime,
    NetworkSegmentation(strength = 40%),
    MinimalImage,
    CodeReview(strength = 20%),
    Alerting(strength = 20%)
  ]
  references = ["CWE-250", "CAPEC-480", "T1611", "T1610", "MS-TA9018", "K01:2025"]
  message = "With the privileges of {w}, whoever gets in is on the node."
  detection = "In a shell of the pod, list the devices below /dev and mount the node's root disk."
  false_positives = "The node serves this workload only, and losing it costs nothing more."
  remedy = "Ask for the one capability that is needed. What has to be on the node belongs into few, small, reviewed agents on their own account."
  fix "Take the privilege away" { w.privileged = false }
}

/// The pod sees its node's network or processes as its own: it listens to what other pods say, reads their environment, and reaches what answers only the node itself.
threat SharedNodeNamespaces: Stride.InformationDisclosure "A pod that sees its node" {
  on w: Workload
  when known(w.shares_node) and w.shares_node and not owns_node(w)
  likelihood = if open_to_strangers(w) then Moderate else Low
  impact = High
  mitigated_by = [OwnNamespaces, NetworkSegmentation(strength = 30%), MinimalImage, Sandbox]
  references = ["CWE-653", "CAPEC-158", "T1040", "T1611", "K01:2025"]
  message = "The network or the processes of the node are open to {w}."
  detection = "In a shell of the pod, list all processes and listen on all interfaces; connect to the kubelet and to what answers only on the loopback address."
  false_positives = "It is the program that makes the pods' network, and it does nothing else."
  remedy = "Use a service and its ports instead of the node's network; move the few agents that need it into a namespace of their own."
  fix "A network of its own" { w.shares_node = false }
}

/// The pod can write a folder of its node or talk to its container runtime: it leaves a program there that the node runs as root, or simply starts a container of its choice.
threat WritableNode: Stride.ElevationOfPrivilege "A pod that writes on its node" {
  on w: Workload
  when known(w.writes_node) and w.writes_node and not owns_node(w)
  likelihood = if open_to_strangers(w) then Moderate else Low
  impact = VeryHigh
  mitigated_by = [
    NodeUntouched,
    IsolatedRuntime(strength = 40%),
    MinimalImage,
    HardenedBaseline(strength = 20%)
  ]
  references = ["CWE-732", "CAPEC-480", "T1611", "T1543.005", "MS-TA9013", "MS-TA9017"]
  message = "{w} can write into a folder of its node or start containers there."
  detection = "List the pod's mounts of the node; write a file into each, and look for the runtime's socket and the folder of static pods."
  false_positives = "The folder holds data of this workload alone, and nothing on the node runs or reads it."
  remedy = "Use a volume; mount the few folders that are needed for reading only."
  fix "Nothing of the node is written" { w.writes_node = false }
}

/// It has no business with the cluster's API.
fn idle(w: Workload) = not uses_api(w)
  and w is not Operator
  and w is not IngressController
  and not (known(w.api_rights) and w.api_rights == NoRights)

/// The workload never talks to the cluster's API, yet a token for it lies in its file system. Whoever reads a file there can speak as this workload.
threat IdleApiToken: Stride.ElevationOfPrivilege "A token nobody needs" {
  on w: Workload
  when w.mounted_token and idle(w)
  when none b in w.boundaries
    where (b is Cluster
      and (not known(w.mounted_token) or known(b.mounted_token) and b.mounted_token))
  likelihood = if open_to_strangers(w) then Moderate else Low
  impact = if known(w.api_rights) and w.api_rights in [ReadsSecrets, StartsWorkloads, ClusterAdmin]
      then High
    else Moderate
  mitigated_by = [NoMountedTokens, NarrowServiceAccount, LeastPrivilege]
  references = ["CWE-272", "CAPEC-122", "T1528", "T1552.007", "MS-TA9016"]
  message = "A token for the cluster's API lies unused in {w}."
  detection = "In a shell of the pod, look for a token below /var/run/secrets, and ask the API what it may do."
  false_positives = "The account behind the token has no role at all."
  remedy = "Switch the mounting of tokens off for the namespace, and on for the few that call the API."
  fix "Do not mount it" { w.mounted_token = false }
}

/// A hole in this workload is a hole in the cluster: its account may read everybody's secrets, start pods under any other account, or do anything.
threat WideApiRights: Stride.ElevationOfPrivilege "A workload with wide rights in the cluster" {
  on w: Workload
  when w.api_rights in [ReadsSecrets, StartsWorkloads, ClusterAdmin]
  when known(w.api_rights) or uses_api(w)
  likelihood = if open_to_strangers(w) then Moderate else Low
  impact = if known(w.api_rights) and w.api_rights == ClusterAdmin then VeryHigh else High
  mitigated_by = [
    ReadsStateOnly,
    NarrowServiceAccount,
    LeastPrivilege,
    NetworkSegmentation(strength = 30%),
    Alerting(strength = 20%)
  ]
  references = [
    "CWE-266",
    "CAPEC-122",
    "T1098.006",
    "T1552.007",
    "T1610",
    "MS-TA9019",
    "MS-TA9025",
    "MS-TA9008",
    "K03:2022",
    "K02:2025"
  ]
  message = "The service account of {w} may do more with the cluster than programs need."
  detection = "Ask the API, as this account, what it may do in every namespace; look for wildcards, for reading secrets, for creating pods, and for changing roles, webhooks and nodes."
  false_positives = "It is the one controller that the cluster is run by, kept apart and watched like an administrator."
  remedy = "Cut the role down to the objects and namespaces of its task. Remember that who may create a pod may use every secret and every account of that namespace."
  fix "Only what it needs" { w.api_rights = ReadsState }
}

/// Somebody who may do less than an operator writes it: a person, or the pipeline.
fn wished_for(api: node, d: data) = exists g in api.inflows
  where (g.source is not Administrator
    and g.source is not Operator
    and known(g.sends)
    and g.sends has d)

/// The operator reads what others wrote.
fn takes_wishes(f: flow) = f.target is KubernetesApi
  and known(f.receives)
  and exists d in f.receives
    where (d is not Secret and d is not Credentials and wished_for(f.target, d))

/// Whoever may write an object has the operator act for them, with rights that they do not have: it reads a secret of another team, calls a host that only the cluster reaches, or starts an image under its own account.
threat BorrowedOperator: Stride.ElevationOfPrivilege "An operator that does what its users may not" {
  on w: Operator
  when not (known(w.api_rights) and w.api_rights in [NoRights, ReadsState])
  when exists f in w.outflows where (takes_wishes(f))
  when not w.acts_as_author
  likelihood = Moderate
  impact = High
  mitigated_by = [
    AuthorsRights,
    NarrowServiceAccount(strength = 40%),
    LeastPrivilege(strength = 40%),
    Alerting(strength = 20%)
  ]
  references = ["CWE-441", "CAPEC-122", "T1548", "K03:2022", "K02:2025"]
  message = "{w} may carry out what others write into objects, with rights that they do not have."
  detection = "As a user of one namespace, write an object that names a secret, an account, a host, a path and a namespace of somebody else, and see what becomes of each."
  false_positives = "Only those who rule the cluster may write such objects."
  remedy = "Read secrets and accounts only from the object's own namespace, refuse what names another one, and ask the API whether the author may use what is named; let admission refuse the rest."
  fix "Within the author's rights" { w.acts_as_author = true }
}

/// One pod that grows without limit, by a flaw or because strangers make it, takes memory and processor from all others on its node.
threat UnlimitedPod: Stride.DenialOfService "One pod starves the others" {
  on w: Workload
  when not w.resource_limits
  when none b in w.boundaries
    where (b is Cluster
      and (not known(w.resource_limits) or known(b.resource_limits) and not b.resource_limits))
  when open_to_strangers(w)
  likelihood = Moderate
  impact = Moderate
  mitigated_by = [
    ResourceQuotas,
    RateLimit(strength = 40%),
    AutoScaling(strength = 20%),
    SeparateNodes(on = w.boundaries, strength = 30%)
  ]
  references = ["CWE-770", "CAPEC-130", "T1499.003", "T1496.001", "MS-TA9040", "MS-TA9039"]
  message = "Strangers can make {w} work, and nothing limits what that takes from the node."
  detection = "Send requests that use much memory to a test system, and watch the other pods of the node."
  false_positives = "It has its nodes for itself."
  remedy = "Set limits for each container and a quota for the namespace; refuse pods without."
  fix "Limits are set" { w.resource_limits = true }
}

/// Passwords or keys stand where everyone looks who works with the cluster: in manifests under version control, in configuration objects, in environment variables that every error report prints.
threat SecretsInManifests: Stride.InformationDisclosure "Secrets in the manifest" {
  on w: Workload
  when w.secrets_in_manifest
  when known(w.secrets_in_manifest) or (known(w.holds) and exists d in w.holds where (d is Secret))
  likelihood = Moderate
  impact = if known(w.holds) and exists d in w.holds where (d is Secret)
      then max([d.confidentiality for d in w.holds where (d is Secret)])
    else High
  mitigated_by = [ExternalSecrets, SecretsManagement]
  references = [
    "CWE-260",
    "CWE-522",
    "CAPEC-150",
    "T1552.001",
    "T1552.007",
    "MS-TA9027",
    "K08:2022",
    "K03:2025"
  ]
  message = "Secrets of {w} stand in manifest, configuration or image."
  detection = "Read the pod's environment and configuration objects with an account that may read no secrets, and unpack the image."
  false_positives = "The manifest holds only an encrypted form, which nothing but the cluster can open."
  remedy = "Fetch them at start from a secret store, into memory, with the identity of the pod; change those that have been readable."
  fix "They come from elsewhere" { w.secrets_in_manifest = false }
}

/// Whoever may write an entry for a host name may also write configuration that the ingress controller runs. It sees all traffic and often all secrets.
threat IngressConfiguration: Stride.ElevationOfPrivilege "Every team configures the front door" {
  on i: IngressController
  when i.free_configuration
  likelihood = Low
  impact = High
  mitigated_by = [NoAnnotations, NarrowServiceAccount, InputValidation(strength = 40%)]
  references = ["CWE-94", "CAPEC-242", "T1210", "T1068", "K01:2025"]
  message = "Whoever may write an ingress object can put configuration of their own into {i}."
  detection = "As a member of one team, write an ingress object with an annotation that adds a directive, and read what the controller made of it."
  false_positives = "The same few people write all ingress objects and run the controller."
  remedy = "Switch snippets off, refuse dangerous annotations at admission, and give teams that need more a controller of their own."
  fix "No configuration by annotation" { i.free_configuration = false }
}
