//! The rows of the team's table, on the team's scales; delivery.test.tm states what each of them comes to.
//! Everything else that goes wrong in a delivery pipeline is in `std.cicd`.

disable std.cicd.OutdatedDependencies {
  reason = "OutdatedDependency below is our own row for it."
}

/// A key that opens the cloud account lies in the history of a repository. Everyone who ever cloned it has it, and so do their laptops' backups.
threat HardCodedCloudKeys: Stride.InformationDisclosure "Cloud keys in the source" {
  on s: CodeRepository
  when known(s.holds) and exists d in s.holds where (d is LongLivedKey)
  likelihood = High
  impact = Critical
  mitigated_by = [FederatedIdentity, PushProtection(strength = 30%)]
  references = ["CWE-798", "CAPEC-191", "T1552.001", "CICD-SEC-6"]
  message = "{s} contains keys of the cloud account."
  detection = "Run a secret scanner over the whole history, not only over the newest commit."
  false_positives = "The key was revoked, and the account's log shows no use after that."
}

/// A hole in a package becomes known, and our version is too old for the patch to be a small change.
threat OutdatedDependency: Stride.ElevationOfPrivilege "Dependencies fall behind" {
  on d: DependencySet
  when d.behind > 180d
  likelihood = Medium
  impact = Medium
  mitigated_by = [DependencyScanning(on = d.carried_by.target)]
  references = ["CWE-1395", "CWE-1104", "CAPEC-538", "T1195.001", "CICD-SEC-3"]
  message = "{d} is {d.behind} behind."
  detection = "List the direct dependencies with the date of the release in use and of the newest one."
  false_positives = "What is old is finished: no open reports, and nobody calls it with input."
}

/// Jobs wait so long that people start to go around the pipeline.
threat SlowRunner: Stride.DenialOfService "The pipeline is too slow" {
  on r: CiRunner
  when r.median_wait > 15min
  likelihood = High
  impact = Low
  mitigated_by = [RunnerPool]
  references = ["CWE-770"]
  message = "Jobs wait {r.median_wait} for {r}."
  detection = "Plot the waiting time of a week; count releases made by hand."
  false_positives = "The jobs that wait are nightly ones."
}
