//! What goes wrong in a delivery pipeline. The references OWASP-CICD-… are the ten risks of OWASP's list for CI/CD.
//!
//! The first three are the rows of the team's table; delivery.test.tm states what each of them comes to.

/// A key that opens the cloud account lies in the history of a repository. Everyone who ever cloned it has it, and so do their laptops' backups.
threat HardCodedCloudKeys: Stride.InformationDisclosure "Cloud keys in the source" {
  on s: Repository
  when known(s.holds) and exists d in s.holds where (d is CloudKey)
  likelihood = Chance.High
  impact = Harm.Critical
  mitigated_by = [FederatedIdentity, PushProtection(strength = 30%)]
  references = ["CWE-798", "CAPEC-191", "T1552.001", "OWASP-CICD-SEC-6"]
  message = "{s} contains keys of the cloud account."
  detection = "Run a secret scanner over the whole history, not only over the newest commit."
  false_positives = "The key was revoked, and the account's log shows no use after that."
}

/// A hole in a package becomes known, and our version is too old for the patch to be a small change.
threat OutdatedDependency: Stride.ElevationOfPrivilege "Dependencies fall behind" {
  on d: DependencySet
  when d.behind > 180d
  likelihood = Chance.Medium
  impact = Harm.Medium
  mitigated_by = [DependencyScanning(on = d.carried_by.target)]
  references = ["CWE-1395", "CWE-1104", "CAPEC-538", "T1195.001", "OWASP-CICD-SEC-3"]
  message = "{d} is {d.behind} behind."
  detection = "List the direct dependencies with the date of the release in use and of the newest one."
  false_positives = "What is old is finished: no open reports, and nobody calls it with input."
}

/// Jobs wait so long that people start to go around the pipeline.
threat SlowRunner: Stride.DenialOfService "The pipeline is too slow" {
  on r: CiRunner
  when r.median_wait > 15min
  likelihood = Chance.High
  impact = Harm.Low
  mitigated_by = [RunnerPool]
  references = ["CWE-400"]
  message = "Jobs wait {r.median_wait} for {r}."
  detection = "Plot the waiting time of a week; count releases made by hand."
  false_positives = "The jobs that wait are nightly ones."
}

/// Whoever can push can change what is built and shipped, alone.
threat UnprotectedBranch: Stride.Tampering "One person can change what is shipped" {
  on s: Repository
  when not s.protected_branches
  likelihood = Chance.Medium
  impact = Harm.High
  mitigated_by = [BranchProtection, CodeReview(on = s.inflows.target, strength = 30%)]
  references = ["CWE-284", "T1195.002", "OWASP-CICD-SEC-1"]
  message = "{s} takes changes to its main branch without a second person."
  detection = "Push a harmless change straight to the main branch, as a member and as an administrator."
  false_positives = "Nothing is built from this repository."
  fix "Protect the branch" { s.protected_branches = true }
}

/// A job leaves something behind on the machine, and the next job, of another repository, runs it.
threat ReusedRunner: Stride.Tampering "One job poisons the next" {
  on r: CiRunner
  when not r.ephemeral
  likelihood = Chance.Medium
  impact = Harm.High
  mitigated_by = [Sandbox(strength = 40%), HardenedBaseline(strength = 20%)]
  references = ["CWE-653", "T1195.002", "OWASP-CICD-SEC-7"]
  message = "{r} runs one job after the other on the same machine."
  detection = "Write a file in one job and look for it in the next, and in its caches and its container images."
  false_positives = "The runner serves one repository, and only reviewed code runs on it."
  fix "A fresh machine for each job" { r.ephemeral = true }
}

/// A stranger opens a pull request that changes the build itself; the runner runs it, with our secrets in its environment.
threat PoisonedPipeline: Stride.ElevationOfPrivilege "A stranger's build runs with our secrets" {
  on r: CiRunner
  when r.runs_forks
  likelihood = Chance.High
  impact = Harm.Critical
  mitigated_by = [Sandbox(strength = 30%), LeastPrivilege]
  references = ["CWE-94", "CAPEC-17", "T1677", "OWASP-CICD-SEC-4"]
  message = "{r} runs pull requests of strangers."
  detection = "From an account outside the team, open a pull request whose build prints the names of its environment variables."
  false_positives = "Such jobs wait for the approval of a member, who reads the build files too."
  fix "Strangers' pull requests do not run here" { r.runs_forks = false }
}

/// A step written by someone else is named by a tag; whoever owns the tag can put other code behind it.
threat MovedTag: Stride.Tampering "A step by others changes under our feet" {
  on r: CiRunner
  when not r.pinned_steps
  likelihood = Chance.Medium
  impact = Harm.Critical
  mitigated_by = [CodeIntegrity, EgressFilter(strength = 40%)]
  references = ["CWE-829", "CWE-494", "T1195.001", "OWASP-CICD-SEC-8"]
  message = "{r} runs steps of others that are named by tags."
  detection = "Search the pipeline files for steps whose version is not a digest."
  false_positives = "Every step comes from a repository of our own."
  fix "Name them by digest" { r.pinned_steps = true }
}

/// What runs in production is not what was built, and nothing would notice.
threat SwappedArtefact: Stride.Tampering "Another artefact under the same name" {
  on s: ArtefactRegistry
  when not s.immutable_tags
  likelihood = Chance.Low
  impact = Harm.Critical
  mitigated_by = [SignedArtefacts]
  references = ["CWE-345", "CWE-494", "T1525", "OWASP-CICD-SEC-9"]
  message = "A version in {s} can be written again."
  detection = "Push other bytes under the name and version of a release to a test copy of the registry."
  false_positives = "Production names artefacts by digest."
  fix "Versions cannot be written again" { s.immutable_tags = true }
}
