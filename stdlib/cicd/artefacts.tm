//! Artefacts: that what runs is what was built, from what was reviewed.
use std.web

/// The name and version that production asks for can be given to other bytes. What runs is then not what was tested, and nothing would notice.
threat SwappedArtefact: Stride.Tampering "Another artefact under the same name" {
  on s: ArtefactRegistry
  when not s.immutable_tags
  likelihood = if exists f in s.inflows where (from_untrusted(f)) then Moderate else Low
  impact = VeryHigh
  mitigated_by = [
    ImmutableVersions,
    SignedArtefacts,
    VerifiedRelease(on = s.inflows.source, strength = 70%),
    LeastPrivilege
  ]
  references = ["CWE-353", "CWE-494", "CAPEC-669", "T1525", "CICD-SEC-9"]
  message = "A version in {s} can be written again."
  detection = "Push other bytes under the name and version of a release to a test copy of the registry, with each credential that can write."
  false_positives = "Those who fetch name artefacts by digest."
  remedy = "Forbid writing a version twice, name artefacts by digest where they are used, and check signatures there."
  fix "Versions cannot be written again" { s.immutable_tags = true }
}

/// Production starts whatever it is given. An image from a laptop, from another project or from an attacker looks the same as one that went through review and tests.
threat UnverifiedRelease: Stride.Spoofing "Anything can be released" {
  on p: Deploys
  when not p.verifies_artefacts
  when exists f in p.outflows where (f.target is ArtefactRegistry)
    or exists f in p.inflows where (known(f.sends) and exists d in f.sends where (d is Artefact))
    or exists f in p.outflows where (known(f.data) and exists d in f.data where (d is Artefact))
  likelihood = Low
  impact = VeryHigh
  mitigated_by = [VerifiedRelease, SignedArtefacts(strength = 40%), RoleBasedAccess(strength = 30%)]
  references = ["CWE-347", "CWE-353", "CAPEC-184", "T1610", "T1204.003", "CICD-SEC-9"]
  message = "{p} starts artefacts without asking where they come from."
  detection = "Build something harmless by hand, store it where releases are stored, and ask for it to be started."
  false_positives = "It can fetch only from one registry, and only one job can write there."
  remedy = "Check signature and statement of origin where things are started: the expected builder, repository and branch, not just any valid signature."
  fix "Origin is checked" { p.verifies_artefacts = true }
}

/// Nobody can say for sure from which source and on which machine this was built. After a break-in, everything ever built has to be doubted.
threat UnknownOrigin: Stride.Repudiation "Nobody can prove where it was built" {
  on d: Artefact
  when not d.provenance
  when exists f in d.carried_by where (f.target is ArtefactRegistry)
  likelihood = Low
  impact = if known(d.integrity) then d.integrity else High
  mitigated_by = [
    OriginKept,
    BuildProvenance(on = d.carried_by.source),
    SignedArtefacts(on = d.carried_by.target, strength = 40%)
  ]
  references = ["CWE-353", "CAPEC-678", "T1195.002", "CICD-SEC-9"]
  message = "No proof of source and build comes with {d}."
  detection = "Take an artefact that runs today; name its commit, its builder and its inputs from what the artefact itself proves."
  false_positives = "Builds are reproducible, and someone else rebuilds and compares them."
  remedy = "Let the build platform sign a statement of origin for each artefact, and keep it beside it."
  fix "A statement of origin is kept" { d.provenance = true }
}

/// A hole in some package is in the news, and nobody can say which of the things that run contain it.
threat UnknownIngredients: Stride.ElevationOfPrivilege "Nobody knows what is in it" {
  on d: Artefact
  when not d.bill_of_materials
  when exists f in d.carried_by where (f.target is ArtefactRegistry)
  likelihood = Low
  impact = Moderate
  mitigated_by = [
    IngredientsKept,
    BillOfMaterials(on = d.carried_by.source),
    DependencyScanning(on = d.carried_by.target)
  ]
  references = ["CWE-1395", "CAPEC-310", "T1195.001", "CICD-SEC-3"]
  message = "There is no list of what {d} is made of."
  detection = "Name a package deep down in the tree and ask which running artefacts contain it; measure the time until the answer."
  false_positives = "It has no parts of others."
  remedy = "Write the list while building, from what was really used, and keep all lists where one can search them."
  fix "The list is kept" { d.bill_of_materials = true }
}

/// The image was built long ago and still runs: its base has had a dozen known holes closed since, in newer images.
threat StaleImage: Stride.ElevationOfPrivilege "Images that grow old" {
  on d: ContainerImage
  when known(d.age) and d.age > 60d
  likelihood = Moderate
  impact = Moderate
  mitigated_by = [
    RegularRebuilds(on = d.carried_by.source),
    RegularRebuilds(on = d.held_by),
    DependencyScanning(on = d.carried_by.source)
  ]
  references = ["CWE-1395", "CAPEC-310", "T1190", "K02:2022", "K10:2022"]
  message = "The build of {d} is {d.age} old and still in use."
  detection = "Scan the running image, not the newest one, and look at the date of its base."
  false_positives = "It contains nothing but one program without known holes."
  remedy = "Build anew on a schedule from a small base, and replace what runs."
}

/// Whatever a caller sends gets our signature. The signature then proves only that somebody could reach the service.
threat BlindSigning: Stride.Spoofing "It signs whatever it is asked to" {
  on s: SigningService
  when not s.checks_origin
  when exists f in s.inflows where (f.source is process)
  likelihood = Low
  impact = VeryHigh
  mitigated_by = [GuardedSigning, StrongAuthentication(strength = 30%), Alerting(strength = 20%)]
  references = ["CWE-346", "CAPEC-206", "CAPEC-68", "T1553.002", "CICD-SEC-9"]
  message = "{s} signs for {s.inflows.source} without checking what was built from where."
  detection = "With the credentials of a job on an unreviewed branch, ask for the signature of a file of your own."
  false_positives = "Only the last step of the release job can reach it, and that job runs on protected branches alone."
  remedy = "Bind the request to the identity of the build (repository, branch, commit), record each signature in a public or separate log, and watch that log."
  fix "Origin is checked before signing" { s.checks_origin = true }
}

/// What runs in production is taken, as it is, from a place where anyone may publish. Its maker, or whoever breaks in there, decides what runs here from the next start on.
threat ForeignArtefacts: Stride.Tampering "Production runs what strangers publish" {
  on f: flow
  when f.source is Deploys and not f.source.external
  when f.target is PublicPackages
  likelihood = Low
  impact = High
  mitigated_by = [
    PackageQuarantine(on = f.source),
    VerifiedRelease(on = f.source),
    CodeIntegrity(on = f.source),
    EgressFilter(strength = 30%, on = f.source)
  ]
  references = [
    "CWE-829",
    "CWE-1357",
    "CAPEC-538",
    "T1195.002",
    "T1204.003",
    "CICD-SEC-3",
    "K02:2022"
  ]
  message = "{f.source} starts what comes straight from {f.target}."
  detection = "List the images and charts that run, with the registry each was pulled from and whether it is named by digest."
  false_positives = "Each is named by digest, and somebody looked at it before the digest was written down."
  remedy = "Copy what is needed into a registry of our own, scan it there, name it by digest, and refuse all other registries."
}
