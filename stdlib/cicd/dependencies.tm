//! Dependencies: packages of others, and what makes a build take the wrong ones.
use std.web

/// It fetches packages from outside.
fn takes_packages(r: CiRunner) = exists f in r.outflows
  where (f.target is PublicPackages
    or (known(f.receives) and exists d in f.receives where (d is DependencySet)))

/// The build takes whatever is the newest release today. A package that was taken over this morning is in this afternoon's release, and nobody decided so.
threat UnlockedDependencies: Stride.Tampering "The build takes whatever is newest" {
  on r: CiRunner
  when not r.locked_dependencies
  when takes_packages(r)
  likelihood = Moderate
  impact = High
  mitigated_by = [
    LockedDependencies,
    CodeIntegrity(strength = 60%),
    PackageQuarantine,
    EgressFilter(strength = 30%),
    DependencyScanning(strength = 20%)
  ]
  references = ["CWE-494", "CWE-1357", "CAPEC-538", "CAPEC-186", "T1195.001", "CICD-SEC-3"]
  message = "{r} takes packages whose bytes nobody has fixed."
  detection = "Build twice with a week between, from the same commit, and compare what was installed."
  false_positives = "All packages come from a mirror that never changes without a review."
  remedy = "Commit a lock file with digests, let the build fail when it does not match, and update it in reviewed changes."
  fix "Lock versions and digests" { r.locked_dependencies = true }
}

/// A package of ours has a name that nobody has taken in the public registry. Someone takes it there, with a higher version, and the build prefers theirs.
threat DependencyConfusion: Stride.Spoofing "A stranger's package under our own name" {
  on r: CiRunner
  when not r.reserved_names
  when exists f in r.outflows where (f.target is PublicPackages)
  when exists f in r.outflows where (f.target is PackageRegistry)
  likelihood = Moderate
  impact = High
  mitigated_by = [
    ReservedNames,
    LockedDependencies(strength = 60%),
    PackageQuarantine(strength = 40%),
    EgressFilter(strength = 20%)
  ]
  references = ["CWE-427", "CAPEC-691", "CAPEC-630", "T1195.001", "CICD-SEC-3"]
  message = "{r} looks for our own packages in a public registry too."
  detection = "Ask for a package of ours with a version that only the public registry could have, in a test project, and see where the build asks."
  false_positives = "All our packages are in a name space that the public registry has given to us."
  remedy = "Bind each name space to one registry in the configuration of the package manager, and take the names in the public one."
  fix "Own names from our own registry" { r.reserved_names = true }
}

/// A hole in a package becomes known, and our version is so old that taking the patch is a project instead of an afternoon.
threat OutdatedDependencies: Stride.ElevationOfPrivilege "Dependencies fall behind" {
  on d: DependencySet
  when d.behind > 180d
  likelihood = Moderate
  impact = Moderate
  mitigated_by = [
    DependencyScanning(on = d.carried_by.target),
    DependencyScanning(on = d.carried_by.source)
  ]
  references = ["CWE-1104", "CWE-1395", "CAPEC-310", "T1190", "CICD-SEC-3"]
  message = "Releases of {d} are more than half a year behind."
  detection = "List the direct dependencies with the date of the release in use and of the newest one."
  false_positives = "What is old is finished: no open reports, and nobody calls it with input."
  remedy = "Let a bot propose updates in small steps, every week, and keep tests that make taking them cheap."
}
