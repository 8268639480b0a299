//! Build: what runs on the runners, for whom, and with which rights beside it.
use std.web

/// The runner takes its work from a code host at which people we do not know can propose changes.
fn strangers_propose(r: CiRunner) = exists f in r.outflows
  where (f.target is CodeHost and exists g in f.target.inflows where (from_untrusted(g)))

/// What gives a program rights elsewhere: a key, a token, a password.
fn opens(d: data) = d is Secret or d is Credentials

/// A job is handed something that gives it rights elsewhere.
fn is_given_rights(r: CiRunner) = exists f in r.outflows
    where (known(f.receives) and exists d in f.receives where (opens(d)))
  or exists f in r.inflows where (known(f.sends) and exists d in f.sends where (opens(d)))

/// It is a key that lasts longer than a job.
fn lasts(d: data) = d is LongLivedKey or d is CodeSigningKey

/// A stranger opens a pull request that changes the build itself, and the runner obeys it, with everything that lies beside it: tokens, caches, the network.
threat PoisonedPipeline: Stride.ElevationOfPrivilege "A stranger's build runs on our runner" {
  on r: CiRunner
  when r.runs_forks
  when known(r.runs_forks) or strangers_propose(r)
  likelihood = High
  impact = if is_given_rights(r) then VeryHigh else High
  mitigated_by = [
    NoForeignBuilds,
    ForkApproval,
    ScopedCredentials(strength = 60%),
    Sandbox(strength = 30%),
    LeastPrivilege,
    EgressFilter(strength = 20%)
  ]
  references = ["CWE-829", "CWE-94", "CAPEC-445", "T1677", "CICD-SEC-4"]
  message = "{r} runs changes that people outside the team propose."
  detection = "From an account outside the team, open a pull request whose build prints the names of its environment variables and opens a connection to a host of yours."
  false_positives = "Such jobs wait for the approval of a member, who reads the build files too; or they run on machines that have no secrets and no network of ours."
  remedy = "Build strangers' changes on throw-away machines without secrets, or after a member's approval of exactly this commit."
  fix "Strangers' changes are not built here" { r.runs_forks = false }
}

/// Any job gets every key that the runner can get: also the job for a branch that nobody has read, or of a test that somebody added yesterday.
threat OverprivilegedJobs: Stride.ElevationOfPrivilege "Every job gets every key" {
  on r: CiRunner
  when not r.scoped_credentials
  when is_given_rights(r)
  likelihood = Moderate
  impact = High
  mitigated_by = [ScopedCredentials, FederatedIdentity(strength = 50%), LeastPrivilege]
  references = ["CWE-272", "CWE-1220", "CAPEC-122", "T1528", "T1677", "CICD-SEC-5", "CICD-SEC-4"]
  message = "Jobs on {r} are given credentials that their task does not need."
  detection = "From an unreviewed branch, start a job that lists its credentials and asks each what it may do; try to publish and to deploy."
  false_positives = "The runner serves a single pipeline whose every branch is read before it is built."
  remedy = "Tie credentials to environments that only protected branches reach, and make the job's own token read-only unless the job says more."
  fix "Credentials for the task only" { r.scoped_credentials = true }
}

/// A job leaves something behind on the machine (a changed tool, a process that waits, a file in a cache) and the next job, of another repository, runs it with its own rights.
threat ReusedRunner: Stride.Tampering "One job poisons the next" {
  on r: CiRunner
  when not r.ephemeral
  likelihood = if r.runs_forks then High else Low
  impact = High
  mitigated_by = [EphemeralRunners, Sandbox(strength = 40%), HardenedBaseline(strength = 20%)]
  references = ["CWE-653", "CWE-459", "CAPEC-670", "T1554", "T1195.002", "CICD-SEC-7"]
  message = "{r} runs one job after the other on the same machine."
  detection = "Write a file and start a background process in one job; look for both in the next, also in its caches and container images."
  false_positives = "The runner serves one repository, and only reviewed code runs on it."
  remedy = "Start a fresh machine or virtual machine for each job; where that is too slow, at least one for each repository and level of trust."
  fix "A fresh machine for each job" { r.ephemeral = true }
}

/// A job that can start privileged containers, or talk to the machine's container runtime, owns the machine and everything that other jobs do on it.
threat PrivilegedJobs: Stride.ElevationOfPrivilege "Jobs that own their machine" {
  on r: CiRunner
  when known(r.privileged_jobs) and r.privileged_jobs
  when not r.ephemeral
  likelihood = if r.runs_forks then High else Low
  impact = High
  mitigated_by = [OrdinaryJobs, EphemeralRunners, Sandbox, HardenedBaseline(strength = 20%)]
  references = ["CWE-250", "CAPEC-480", "T1611", "T1610", "CICD-SEC-7"]
  message = "Jobs on {r} can take over the machine that the next ones run on."
  detection = "In a job, look for the runtime's socket and try to start a container that mounts the machine's root folder."
  false_positives = "The machine is a virtual machine that lives for one job."
  remedy = "Build images with a tool that needs no rights, or give each job a virtual machine of its own."
  fix "No privileged jobs" { r.privileged_jobs = false }
}

/// A step written by someone else is named by a tag; whoever owns the tag, or breaks into the owner's account, puts other code behind it, and it runs in our next build.
threat MovedTag: Stride.Tampering "A step by others changes under our feet" {
  on r: CiRunner
  when not r.pinned_steps
  likelihood = Moderate
  impact = if is_given_rights(r) then VeryHigh else High
  mitigated_by = [
    PinnedSteps,
    CodeIntegrity,
    ScopedCredentials(strength = 30%),
    EgressFilter(strength = 40%)
  ]
  references = ["CWE-829", "CWE-494", "CAPEC-446", "T1195.001", "CICD-SEC-8", "CICD-SEC-3"]
  message = "{r} runs steps of others that are named by tags."
  detection = "Search the pipeline files for steps, images and includes whose version is not a digest."
  false_positives = "Every step comes from a repository of our own that is protected like this one."
  remedy = "Name steps by digest, let a bot propose updates, and copy the few that see secrets into a repository of ours."
  fix "Name them by digest" { r.pinned_steps = true }
}

/// Packages of strangers bring code that runs when they are installed or tested, in the same job as keys that do not expire. Taking such keys is what taken-over packages do first.
threat KeysBesideForeignCode: Stride.InformationDisclosure "Strangers' code beside our keys" {
  on r: CiRunner
  when not r.keys_apart
  when exists f in r.outflows
    where (known(f.receives) and exists d in f.receives where (d is DependencySet))
  when exists f in r.outflows where (known(f.receives) and exists d in f.receives where (lasts(d)))
  likelihood = Moderate
  impact = max([d.confidentiality for d in r.outflows.receives where (lasts(d))])
  mitigated_by = [
    SplitJobs,
    FederatedIdentity,
    NoInstallScripts,
    EgressFilter(strength = 60%),
    PackageQuarantine(strength = 40%),
    LockedDependencies(strength = 30%),
    Sandbox(strength = 30%)
  ]
  references = [
    "CWE-829",
    "CWE-522",
    "CAPEC-538",
    "T1195.001",
    "T1552.001",
    "CICD-SEC-3",
    "CICD-SEC-6"
  ]
  message = "{r} runs packages of others and is given lasting keys."
  detection = "Add a harmless package whose install script prints the names of the variables and files it can read."
  false_positives = "Packages are installed and tested in one job, and the keys go to another that runs nothing but its one task."
  remedy = "Split the job: build and test without keys, publish without packages. Replace the keys by rights lent for minutes."
  fix "Keys and packages are apart" { r.keys_apart = true }
}

/// The signing key is handed to a job. Whatever else runs in it, now or later, can sign in our name, for as long as the key is trusted.
threat SigningKeyOnRunner: Stride.Spoofing "The signing key leaves its vault" {
  on r: CiRunner
  when exists f in r.outflows
    where (known(f.receives) and exists d in f.receives where (d is CodeSigningKey))
  likelihood = Low
  impact = VeryHigh
  mitigated_by = [
    GuardedSigning(on = r.outflows.target),
    FederatedIdentity,
    EphemeralRunners(strength = 30%)
  ]
  references = ["CWE-522", "CAPEC-474", "T1552.004", "T1553.002", "CICD-SEC-6", "CICD-SEC-9"]
  message = "{r} is given the key with which we sign."
  detection = "Ask where the key is when nobody signs, who could copy it, and how one would notice that somebody had."
  false_positives = "The key is made for this one build, certified for minutes, and thrown away."
  remedy = "Let a service sign that never gives the key out, or sign with keys that live for one build."
}

/// Secrets are printed by a tool that talks too much, and the log is kept for years where many can read it.
threat SecretsInBuildLog: Stride.InformationDisclosure "Secrets in the build log" {
  on r: CiRunner
  when not r.masked_logs
  when is_given_rights(r)
  when exists f in r.outflows where (known(f.sends) and exists d in f.sends where (d is BuildLog))
  likelihood = Low
  impact = High
  mitigated_by = [
    MaskedLogs,
    LogRedaction,
    FederatedIdentity(strength = 60%),
    ScopedCredentials(strength = 30%)
  ]
  references = ["CWE-532", "CAPEC-150", "T1552.001", "CICD-SEC-6"]
  message = "{r} prints what its tools print, and its tools know secrets."
  detection = "Switch on the debug output of the build, and search the log for the secret, for parts of it, and for its encoded forms."
  false_positives = "The secrets are worthless a few minutes after the job."
  remedy = "Blot secrets out, forbid printing the environment, and limit who reads logs and for how long they are kept."
  fix "Blot secrets out" { r.masked_logs = true }
}

/// What a job for an unreviewed change wrote is used by the job that builds the release, and no review ever sees it.
threat PoisonedBuildCache: Stride.Tampering "A cache carries code past the review" {
  on c: BuildCache
  when not c.separated
  when exists f in c.inflows where (f.source is process)
  likelihood = if exists f in c.inflows where (f.source is CiRunner and f.source.runs_forks)
      then High
    else Low
  impact = High
  mitigated_by = [
    SeparatedCaches,
    CodeIntegrity(on = c.inflows.source, strength = 60%),
    LeastPrivilege
  ]
  references = ["CWE-349", "CAPEC-678", "T1195.002", "T1554", "CICD-SEC-7"]
  message = "Whatever a job writes into {c}, a build for release may use."
  detection = "From an unreviewed branch, write another file under the key of something that the release build takes from the cache; build the release in a test project and look."
  false_positives = "The cache is filled only by reviewed jobs, or its entries are checked against digests that lie in the source."
  remedy = "Keep caches of unreviewed and released builds apart, or build releases without one."
  fix "Keep caches apart" { c.separated = true }
}

/// The server that tells every runner what to do, and knows every secret of the pipeline, answers the whole internet. Holes in such servers are searched for within hours of becoming known.
threat ExposedBuildServer: Stride.ElevationOfPrivilege "The build server answers the internet" {
  on p: CiServer
  when not p.external
  when open_to_strangers(p)
  likelihood = Moderate
  impact = VeryHigh
  mitigated_by = [
    NetworkSegmentation,
    AdministrationGateway(strength = 60%),
    DependencyScanning,
    MultiFactor(strength = 20%),
    HardenedBaseline(strength = 30%)
  ]
  references = ["CWE-749", "CAPEC-115", "T1190", "T1133", "CICD-SEC-7"]
  message = "{p} can be reached by anyone on the internet."
  detection = "Open its pages from a mobile network; compare its version and those of its extensions with the known holes."
  false_positives = "Only the address that receives events of the code host is open, and it checks their signature."
  remedy = "Put it behind a tunnel or an identity-aware proxy; let events in at a small door of their own."
}
