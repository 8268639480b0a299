//! Rights: what programs may do at the cloud, with which proof, and who may borrow it.
use std.data
use std.identity
use std.web

/// Strangers reach it, straight, through what passes them on, or through a gateway.
fn near_strangers(p: process) = open_to_strangers(p)
  or exists f in p.inflows where (f.source is ApiGateway and meets_strangers(f.source))

/// A hole in a few lines of code opens the account, since the program's role may do far more than the program does.
threat BroadRole: Stride.ElevationOfPrivilege "A small program with large rights" {
  on p: CloudProgram
  when p.broad_role
  when known(p.broad_role) or near_strangers(p)
  when count(p.neighbours) >= 1
  likelihood = if near_strangers(p) then Moderate else Low
  impact = High
  mitigated_by = [
    TaskRole,
    PermissionBoundary,
    LeastPrivilege(strength = 80%),
    Guardrails(strength = 20%),
    AccountWatch(strength = 20%)
  ]
  references = ["CWE-250", "CWE-266", "CAPEC-122", "T1078.004"]
  message = "The role of {p} may allow much more than it needs."
  detection = "Compare the actions in the role's policies with those that the account's record shows for the last ninety days; look for stars."
  false_positives = "An upper bound outside the model cuts the role down."
  remedy = "Write the policy from what the record shows, name resources, and keep reading secrets apart from everything else."
  fix "Narrow the role" { p.broad_role = false }
}

/// Whoever takes over this program makes it write itself a stronger role, a new key, or a program under the administrator's role.
threat SelfPromotion: Stride.ElevationOfPrivilege "A program that can promote itself" {
  on p: CloudProgram
  when known(p.can_escalate) and p.can_escalate
  when count(p.neighbours) >= 1
  likelihood = if near_strangers(p) then Moderate else Low
  impact = VeryHigh
  mitigated_by = [
    NoGivingOfRights,
    PermissionBoundary,
    Guardrails(strength = 30%),
    AccountWatch(strength = 30%)
  ]
  references = ["CWE-266", "CAPEC-233", "T1098.003", "T1098.001", "T1548.005"]
  message = "{p} may give rights, and so give itself any."
  detection = "With its credentials in a test account, attach a policy to its own role, pass a stronger role to a new function, and make a key for another user."
  false_positives = "An upper bound holds for every identity it makes, and it cannot change the bound."
  remedy = "Take the right to pass roles, change policies and make keys away; where a deployer needs it, bind it to named roles below an upper bound."
  fix "It gives no rights" { p.can_escalate = false }
}

/// The identity can do what any of its users needs, and the record cannot tell them apart.
threat SharedIdentity: Stride.ElevationOfPrivilege "Several programs under one identity" {
  on p: CloudProgram
  when known(p.own_identity) and not p.own_identity
  when count(p.neighbours) >= 1
  likelihood = Low
  impact = Moderate
  mitigated_by = [OwnIdentities, TaskRole(strength = 40%), PermissionBoundary(strength = 30%)]
  references = ["CWE-266", "CAPEC-122", "T1078.004"]
  message = "Other programs have the identity of {p}, and with it the rights."
  detection = "List what runs under the identity, and take away in a test what this program does not need."
  false_positives = "The others are copies of this program."
  remedy = "An identity for each program; leave the one that comes with the project without rights."
  fix "An identity of its own" { p.own_identity = true }
}

/// Environment variables are printed by error pages, read by every library, shown in the console to all who may look at the program, and kept in old versions of it.
threat SecretsInEnvironment: Stride.InformationDisclosure "Secrets among the settings" {
  on p: CloudProgram
  when p.secrets_in_environment
  when known(p.secrets_in_environment)
    or (known(p.holds) and exists d in p.holds where (d is Secret))
  likelihood = Moderate
  impact = High
  mitigated_by = [FetchedSecrets, SecretsManagement, ShortLivedCredentials(strength = 60%)]
  references = ["CWE-526", "CAPEC-150", "T1552.001", "T1552.005"]
  message = "Secrets of {p} stand in its settings, its start script or its image."
  detection = "With a role that may only look at programs, read the settings, the start script and the metadata; unpack the image."
  false_positives = "Only the name of the secret stands there, and the platform fetches it at start, into memory."
  remedy = "Fetch them at start from the secret store with the program's own identity; change those that stood there."
  fix "They are fetched" { p.secrets_in_environment = false }
}

/// Keys in files, pipelines and partners' systems work from anywhere, for years. Most break-ins into cloud accounts begin with one.
threat FixedCloudKey: Stride.Spoofing "A key to the cloud that never ends" {
  on k: CloudKey
  when not known(k.lifetime)
  when count(k.carried_by) >= 1 or count(k.held_by) >= 1
  likelihood = if exists s in k.held_by where (s is CodeRepository or s is ClientApp) then High
    else Moderate
  impact = High
  mitigated_by = [
    ShortLivedCredentials(on = k.carried_by.source),
    SecretsManagement(strength = 40%, on = k.held_by),
    SecretRotation(strength = 60%, on = k.held_by),
    ServicePerimeter(on = k.carried_by.target)
  ]
  references = ["CWE-1391", "CAPEC-560", "T1078.004", "T1552.001", "T1098.001"]
  message = "A copy of {k} opens the cloud until somebody takes its rights away."
  detection = "List all keys with their age and last use; search repositories, images, pipelines, laptops and chats for them."
  false_positives = "The key works only from one network, and may only add to one place."
  remedy = "Let programs prove who they are by the platform that they run on, also those of other clouds and of pipelines, and lend them rights for an hour; remove keys that nobody used."
}

/// A vendor's system works in the accounts of all its customers. Another customer gives it our account's name, and it acts on ours for them.
threat ConfusedDeputy: Stride.ElevationOfPrivilege "A vendor tricked into our account" {
  on f: RoleAssumption
  when f.source.external
  when not f.caller_pinned
  likelihood = Low
  impact = High
  mitigated_by = [
    PinnedTrust,
    LeastPrivilege(on = f.target, strength = 40%),
    AccountWatch(on = f.target)
  ]
  references = ["CWE-441", "CAPEC-21", "T1199"]
  message = "{f.target} may not ask for which of many customers {f.source} comes."
  detection = "As another customer of the vendor, enter our role's name in its settings, and see whether the vendor gets in."
  false_positives = "The vendor has an account for each customer, and the role trusts only ours."
  remedy = "Demand an external id that the vendor chose for us, and check that it cannot be set by its customers."
  fix "It says for whom" { f.caller_pinned = true }
}

/// The role trusts an account, not a program: everything over there, tests and forgotten things too, may take it on.
threat WideTrust: Stride.ElevationOfPrivilege "A role that trusts a whole account" {
  on f: RoleAssumption
  when known(f.trusts_whole_account) and f.trusts_whole_account
  likelihood = if f.source.external or for_tests(f.source) then Moderate else Low
  impact = High
  mitigated_by = [
    PinnedTrust,
    LeastPrivilege(on = f.target, strength = 40%),
    AccountWatch(on = f.target)
  ]
  references = ["CWE-266", "CAPEC-122", "T1199", "T1078.004"]
  message = "Everything in the account of {f.source} may act in that of {f.target}."
  detection = "From another program of that account, take the role on."
  false_positives = "Nothing else runs in that account."
  remedy = "Name the one role that may take it on, and let the other side guard who may use that one."
  fix "Trust one caller" { f.trusts_whole_account = false }
}

/// The state names every resource and holds, in clear, the passwords that were made with them. Who may read it has them all; who may write it decides what is built next.
threat ReadableState: Stride.InformationDisclosure "Passwords in the infrastructure's state" {
  on s: store
  when known(s.holds) and exists d in s.holds where (d is InfrastructureState)
  likelihood = if s is CodeRepository then Moderate else Low
  impact = High
  mitigated_by = [
    LeastPrivilege(strength = 70%),
    FieldEncryption,
    SecretsManagement(strength = 40%)
  ]
  references = ["CWE-312", "CAPEC-150", "T1552.001", "T1530"]
  message = "Whoever can read {s} has the passwords of what was built."
  detection = "Fetch the state with a developer's rights and search it for passwords, keys and connection strings."
  false_positives = "Secrets are made and kept elsewhere, and the state only names them."
  remedy = "Give the state a place of its own that only the pipeline reads and writes; keep secrets out of what the tool makes."
}
