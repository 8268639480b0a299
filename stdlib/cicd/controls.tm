//! Controls on the way of software from its author to production.

/// Branches that are built for release take only changes that a second person has read and that pass the checks.
control BranchProtection: CodeRepository "Protected branches" {
  strength = 70%
  protected_branches = true
  satisfies = [
    "NIST-800-53 CM-3",
    "NIST-800-53 CM-5",
    "PCI-DSS-4.0.1 6.2.3.1",
    "ISO-27001 A.8.32",
    "ISO-27001 A.8.4",
    "SOC-2 CC8.1",
    "NIST-SSDF-1.1 PS.1.1",
    "NIST-SSDF-1.1 PW.7.2",
    "NIST-CSF-2.0 PR.PS-06"
  ]
  cost = 500 EUR
}

/// Changes that contain what looks like a key are refused before they are stored.
control PushProtection: CodeRepository "Secrets refused on push" {
  strength = 70%
  satisfies = [
    "NIST-800-53 IA-5(7)",
    "ISO-27001 A.8.4",
    "SOC-2 CC6.1",
    "CIS-8.1 16.12",
    "NIST-SSDF-1.1 PS.1.1",
    "NIST-CSF-2.0 PR.PS-06"
  ]
  cost = 2_000 EUR
}

/// The whole history is searched for secrets, and every one found is changed within hours.
control SecretScanning: CodeRepository "Search for secrets" {
  strength = 50%
  satisfies = [
    "NIST-800-53 IA-5(7)",
    "PCI-DSS-4.0.1 8.6.2",
    "ISO-27001 A.8.12",
    "SOC-2 CC6.1",
    "CIS-8.1 16.12",
    "NIST-SSDF-1.1 PS.1.1",
    "NIST-CSF-2.0 PR.PS-06"
  ]
  cost = 2_000 EUR
}

/// Commits without a signature of a known author are refused.
control SignedCommits: CodeRepository "Signed commits" {
  strength = 70%
  signed_commits = true
  satisfies = [
    "NIST-800-53 AU-10",
    "NIST-800-53 SI-7",
    "ISO-27001 A.8.4",
    "SOC-2 CC8.1",
    "NIST-SSDF-1.1 PS.1.1",
    "NIST-CSF-2.0 PR.PS-06"
  ]
  cost = 1_500 EUR
}

/// Rights are lent to a job for minutes, against a token that names repository, branch and environment. There is no key to steal.
control FederatedIdentity: process + store "Short-lived identity for jobs" {
  strength = 90%
  satisfies = [
    "NIST-800-53 IA-5",
    "NIST-800-53 IA-9",
    "PCI-DSS-4.0.1 8.6.3",
    "ISO-27001 A.5.17",
    "SOC-2 CC6.1",
    "NIST-SSDF-1.1 PO.5.1",
    "NIST-CSF-2.0 PR.AA-01"
  ]
  cost = 3_000 EUR
}

/// Credentials belong to an environment: only jobs for reviewed changes get those that publish or deploy.
control ScopedCredentials: CiRunner "Credentials for the task only" {
  strength = 75%
  scoped_credentials = true
  satisfies = [
    "NIST-800-53 AC-6",
    "ISO-27001 A.8.2",
    "SOC-2 CC6.3",
    "NIST-SSDF-1.1 PO.5.1",
    "NIST-CSF-2.0 PR.AA-05"
  ]
  cost = 2_000 EUR
}

/// Building and testing happens without keys, and what publishes, signs or deploys runs nothing of others.
control SplitJobs: CiRunner "Keys and foreign code in different jobs" {
  strength = 75%
  keys_apart = true
  satisfies = ["NIST-800-53 SC-39", "NIST-800-53 AC-6", "ISO-27001 A.8.31", "NIST-SSDF-1.1 PO.5.1"]
  cost = 1_000 EUR
}

/// Each job runs on a machine of its own that is destroyed afterwards.
control EphemeralRunners: CiRunner "A fresh machine for each job" {
  strength = 85%
  ephemeral = true
  satisfies = [
    "NIST-800-53 SI-14",
    "NIST-800-53 SC-39",
    "ISO-27001 A.8.31",
    "NIST-SSDF-1.1 PO.5.1",
    "NIST-CSF-2.0 PR.PS-06"
  ]
  cost = 5_000 EUR
}

/// Changes by people outside the team are built only after a member has read them, or on machines that have nothing.
control ForkApproval: CiRunner "Strangers' changes wait for a member" {
  strength = 75%
  satisfies = [
    "NIST-800-53 CM-3",
    "NIST-800-53 CM-5",
    "ISO-27001 A.8.32",
    "SOC-2 CC8.1",
    "NIST-CSF-2.0 PR.PS-06"
  ]
  cost = 500 EUR
}

/// Steps of others are named by digest, and changes of the digest are read like any other change.
control PinnedSteps: CiRunner "Steps named by digest" {
  strength = 85%
  pinned_steps = true
  satisfies = [
    "NIST-800-53 CM-14",
    "NIST-800-53 SI-7",
    "ISO-27001 A.8.28",
    "ISO-27001 A.5.21",
    "SOC-2 CC6.8",
    "CIS-8.1 16.5",
    "NIST-SSDF-1.1 PW.4.4",
    "NIST-CSF-2.0 ID.RA-09"
  ]
  cost = 1_000 EUR
}

/// The build takes exactly the packages, byte by byte, that were written down when somebody looked.
control LockedDependencies: CiRunner "Packages locked by digest" {
  strength = 75%
  locked_dependencies = true
  satisfies = [
    "NIST-800-53 SI-7",
    "NIST-800-53 SR-4",
    "PCI-DSS-4.0.1 6.3.2",
    "ISO-27001 A.5.21",
    "SOC-2 CC6.8",
    "CIS-8.1 16.5",
    "NIST-SSDF-1.1 PW.4.4",
    "NIST-CSF-2.0 ID.RA-09"
  ]
  cost = 1_000 EUR
}

/// Packages come through a mirror of our own, which takes new releases only after some days and refuses those known to be bad.
control PackageQuarantine: process + store "New packages wait" {
  strength = 60%
  satisfies = [
    "NIST-800-53 SR-11",
    "ISO-27001 A.8.19",
    "ISO-27001 A.5.21",
    "SOC-2 CC6.8",
    "CIS-8.1 16.5",
    "NIST-SSDF-1.1 PW.4.4",
    "NIST-SSDF-1.1 PW.4.1",
    "NIST-CSF-2.0 ID.RA-09"
  ]
  cost = 5_000 EUR
}

/// Scripts that packages bring along are not run when they are installed.
control NoInstallScripts: CiRunner "Install scripts switched off" {
  strength = 50%
  satisfies = [
    "NIST-800-53 CM-7(2)",
    "ISO-27001 A.8.19",
    "SOC-2 CC6.8",
    "CIS-8.1 2.7",
    "NIST-CSF-2.0 PR.PS-05"
  ]
  cost = 1_000 EUR
}

/// Our own package names belong to one registry, and are also taken in the public ones.
control ReservedNames: CiRunner "Own names from our own registry" {
  strength = 90%
  reserved_names = true
  satisfies = [
    "NIST-800-53 SR-3",
    "NIST-800-53 SI-7",
    "ISO-27001 A.5.21",
    "SOC-2 CC6.8",
    "CIS-8.1 16.5",
    "NIST-SSDF-1.1 PW.4.4",
    "NIST-CSF-2.0 ID.RA-09"
  ]
  cost = 1_000 EUR
}

/// Secrets are blotted out in what jobs print, and printing them on purpose is refused.
control MaskedLogs: CiRunner "Secrets blotted out in logs" {
  strength = 60%
  masked_logs = true
  satisfies = ["ISO-27001 A.8.11", "PCI-DSS-4.0.1 8.6.2"]
  cost = 500 EUR
}

/// What jobs for unreviewed changes write is never read by jobs for releases.
control SeparatedCaches: BuildCache "Caches kept apart" {
  strength = 85%
  separated = true
  satisfies = ["NIST-800-53 SC-39", "ISO-27001 A.8.31", "NIST-SSDF-1.1 PO.5.1"]
  cost = 1_000 EUR
}

/// A version, once published, cannot be written again or silently taken away.
control ImmutableVersions: ArtefactRegistry "Versions cannot be written again" {
  strength = 80%
  immutable_tags = true
  satisfies = [
    "NIST-800-53 SI-7",
    "ISO-27001 A.5.33",
    "SOC-2 CC8.1",
    "NIST-SSDF-1.1 PS.3.1",
    "NIST-CSF-2.0 PR.PS-06"
  ]
  cost = 500 EUR
}

/// Artefacts are signed where they are built, and whoever fetches one refuses it without the signature.
control SignedArtefacts: process + store "Signed artefacts" {
  strength = 85%
  satisfies = [
    "NIST-800-53 SI-7(15)",
    "NIST-800-53 CM-14",
    "NIST-800-53 SR-4(3)",
    "ISO-27001 A.5.21",
    "SOC-2 CC6.8",
    "NIST-SSDF-1.1 PS.2.1",
    "NIST-CSF-2.0 PR.PS-05"
  ]
  cost = 7_000 EUR
}

/// Signature and origin are checked at the door of production, by something the pipeline cannot switch off.
control VerifiedRelease: Deploys "Origin checked before start" {
  strength = 85%
  verifies_artefacts = true
  satisfies = [
    "NIST-800-53 SI-7(15)",
    "NIST-800-53 CM-14",
    "ISO-27001 A.8.19",
    "SOC-2 CC6.8",
    "SOC-2 CC8.1",
    "CIS-8.1 2.5",
    "NIST-SSDF-1.1 PS.2.1",
    "NIST-CSF-2.0 PR.PS-05"
  ]
  cost = 5_000 EUR
}

/// The build platform itself, not the job, states what was built from which source, and signs it.
control BuildProvenance: process "Statements of origin" {
  strength = 70%
  satisfies = [
    "NIST-800-53 SR-4",
    "NIST-800-53 SR-4(3)",
    "ISO-27001 A.5.21",
    "NIST-SSDF-1.1 PS.3.2",
    "NIST-CSF-2.0 PR.PS-06"
  ]
  cost = 3_000 EUR
}

/// Each build leaves a list of what went into it, which can be searched for a package and version.
control BillOfMaterials: process "Lists of ingredients" {
  strength = 60%
  reduces = Impact
  satisfies = [
    "NIST-800-53 SR-4",
    "NIST-800-53 CM-8",
    "PCI-DSS-4.0.1 6.3.2",
    "ISO-27001 A.5.21",
    "CIS-8.1 16.4",
    "NIST-SSDF-1.1 PS.3.2",
    "NIST-CSF-2.0 ID.AM-02"
  ]
  cost = 2_000 EUR
}

/// Signing keys are used inside hardware that never gives them out, for requests whose origin is checked, and each use is recorded.
control GuardedSigning: SigningService "Signing under guard" {
  strength = 80%
  checks_origin = true
  satisfies = [
    "NIST-800-53 SC-12",
    "NIST-800-53 SI-7(15)",
    "ISO-27001 A.8.24",
    "SOC-2 CC6.1",
    "NIST-SSDF-1.1 PS.2.1"
  ]
  cost = 8_000 EUR
}

/// Each application that is given rights is known, has an owner, and is cut down or removed once a year.
control IntegrationReview: process "Integrations reviewed" {
  strength = 50%
  satisfies = [
    "NIST-800-53 AC-6(7)",
    "NIST-800-53 SA-9",
    "ISO-27001 A.5.19",
    "ISO-27001 A.5.22",
    "SOC-2 CC9.2",
    "NIST-SSDF-1.1 PO.3.2",
    "NIST-CSF-2.0 GV.SC-07"
  ]
  cost = 2_000 EUR
}

/// Images are built anew from fresh bases on a schedule, and what runs is replaced.
control RegularRebuilds: process + store "Regular rebuilds" {
  strength = 60%
  satisfies = [
    "NIST-800-53 SI-2",
    "PCI-DSS-4.0.1 6.3.3",
    "ISO-27001 A.8.8",
    "SOC-2 CC7.1",
    "CIS-8.1 7.3",
    "CIS-8.1 7.4",
    "NIST-SSDF-1.1 RV.2.2",
    "NIST-CSF-2.0 PR.PS-02"
  ]
  cost = 2_000 EUR
}

/// Each reader sees the secrets of its own system and environment only.
control SeparateReaders: SecretsVault "Own secrets only" {
  strength = 75%
  separate_readers = true
  satisfies = [
    "NIST-800-53 AC-6",
    "PCI-DSS-4.0.1 7.2.5",
    "ISO-27001 A.5.17",
    "SOC-2 CC6.1",
    "SOC-2 CC6.3",
    "CIS-8.1 3.3",
    "NIST-CSF-2.0 PR.AA-05"
  ]
  cost = 2_000 EUR
}

/// Each reading of a secret is recorded elsewhere, and unusual ones wake somebody.
control RecordedReads: SecretsVault "Readings recorded" {
  strength = 75%
  reads_recorded = true
  satisfies = [
    "NIST-800-53 AU-12",
    "NIST-800-53 AU-9(2)",
    "ISO-27001 A.8.15",
    "SOC-2 CC7.2",
    "CIS-8.1 3.14",
    "CIS-8.1 8.2",
    "NIST-CSF-2.0 PR.PS-04"
  ]
  cost = 2_000 EUR
}

/// What the builder signed about source, runner and steps is kept beside the artefact and checked before use.
control OriginKept: Artefact "Statement of origin kept" {
  strength = 80%
  provenance = true
  satisfies = [
    "NIST-800-53 SR-4",
    "NIST-800-53 SI-7(15)",
    "ISO-27001 A.5.21",
    "NIST-SSDF-1.1 PS.3.2",
    "NIST-CSF-2.0 PR.PS-05"
  ]
}

/// The list of everything in it is kept, and can be searched, for as long as it runs anywhere.
control IngredientsKept: Artefact "List of ingredients kept" {
  strength = 60%
  bill_of_materials = true
  satisfies = [
    "NIST-800-53 SR-4",
    "NIST-800-53 CM-8",
    "PCI-DSS-4.0.1 6.3.2",
    "ISO-27001 A.5.21",
    "NIST-SSDF-1.1 PS.3.2",
    "NIST-CSF-2.0 ID.AM-02"
  ]
}

/// Changes from outside the team are built on machines of the platform that hold nothing of ours, or not at all.
control NoForeignBuilds: CiRunner "No strangers' changes on our runners" {
  strength = 90%
  runs_forks = false
  satisfies = ["NIST-800-53 CM-5", "ISO-27001 A.8.4", "SOC-2 CC8.1"]
}

/// Images are built by tools that need no privileges, and the runner starts nothing that asks for more.
control OrdinaryJobs: CiRunner "Jobs without privileges" {
  strength = 85%
  privileged_jobs = false
  satisfies = ["NIST-800-53 AC-6", "ISO-27001 A.8.2", "SOC-2 CC6.3", "NIST-CSF-2.0 PR.AA-05"]
}

/// It may read or change the few repositories that it is for, action by action, and nothing else.
control NarrowIntegration: Integration "Integration cut down to its task" {
  strength = 80%
  broad_grant = false
  satisfies = ["NIST-800-53 AC-6", "ISO-27001 A.8.2", "SOC-2 CC6.3", "NIST-CSF-2.0 PR.AA-05"]
}
