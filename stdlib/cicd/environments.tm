//! Environments: what joins building, testing and production although they should be apart.
use std.web

/// One reader is enough: whoever may read one secret, or has taken over a program that may, reads those of all other systems.
threat OneReaderReadsAll: Stride.ElevationOfPrivilege "Who reads one secret reads all" {
  on s: SecretsVault
  when not s.separate_readers
  when count([f.source for f in s.inflows]) >= 2
  likelihood = if exists f in s.inflows where (f.source is CiRunner) then Moderate else Low
  impact = if known(s.holds) then max(s.holds.confidentiality) else High
  mitigated_by = [
    SeparateReaders,
    LeastPrivilege,
    FederatedIdentity(strength = 30%),
    Alerting(strength = 20%)
  ]
  references = ["CWE-1220", "CAPEC-122", "T1555.006", "CICD-SEC-5", "CICD-SEC-6"]
  message = "{s} does not keep its readers apart."
  detection = "With the credentials of the least important reader, list and read secrets of another system and of production."
  false_positives = "All readers are parts of one system that falls as a whole."
  remedy = "Give each system and environment a part of its own, and each reader a role for one part."
  fix "Readers are kept apart" { s.separate_readers = true }
}

/// After a break-in nobody can say which secrets were read, so all of them have to be changed, or none are.
threat UnrecordedSecretReads: Stride.Repudiation "Nobody knows who read the secret" {
  on s: SecretsVault
  when not s.reads_recorded
  when count(s.inflows) >= 1
  likelihood = Low
  impact = Moderate
  mitigated_by = [RecordedReads, Alerting]
  references = ["CWE-778", "T1555.006", "CICD-SEC-10"]
  message = "{s} leaves no trustworthy record of who read what."
  detection = "Read a secret of a test system; then ask someone without access to the store to find out who did, when, and from where."
  false_positives = "Each secret is made for one reader and good for minutes."
  remedy = "Send the record of readings to another account, and alarm on readings from new places, at odd hours and in bulk."
  fix "Readings are recorded" { s.reads_recorded = true }
}

/// It holds what outsiders must not see, and not for the pipeline's own use.
fn holds_confidences(n: node) = n is store
  and n is not ArtefactRegistry
  and n is not CodeRepository
  and n is not SecretStore
  and not for_tests(n)
  and known(n.holds)
  and exists d in n.holds
    where (known(d.confidentiality)
      and d.confidentiality >= High
      and d is not Secret
      and d is not Credentials
      and d is not Artefact)

/// A runner, on which code runs that nobody has released yet, connects to a store of confidential data: for a migration, a test, a report.
threat BuildTouchesData: Stride.ElevationOfPrivilege "The build can reach production's data" {
  on r: CiRunner
  when exists f in r.outflows where (holds_confidences(f.target))
  likelihood = if known(r.runs_forks) and r.runs_forks then High else Low
  impact = High
  mitigated_by = [
    SplitJobs,
    ScopedCredentials,
    NetworkSegmentation,
    LeastPrivilege,
    FederatedIdentity(strength = 30%)
  ]
  references = ["CWE-653", "CAPEC-180", "T1677", "CICD-SEC-5"]
  message = "{r} connects to a store of confidential data."
  detection = "From a job on an unreviewed branch, try to connect to the store, and to read and change a record."
  false_positives = "What it connects to holds test data, and the model gives it the data of production."
  remedy = "Let a program inside production do it, started by the release; give the runner neither a route nor a password."
}
