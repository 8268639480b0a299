//! Archives: files that say themselves where they want to lie and how large they are.

/// An entry is named `../../start.sh`, or is a link that leads out of the folder and is then written through. Unpacking it changes files that the archive's maker was never meant to touch, and some of them are run.
threat ArchiveEscapes: Stride.Tampering "An archive that writes elsewhere" {
  on p: UnpacksArchives
  when p is not ReadyMade or known(p.entries_confined)
  when not p.entries_confined
  when count(p.neighbours) >= 1
  likelihood = if open_to_strangers(p) then Moderate else Low
  impact = High
  mitigated_by = [ConfinedEntries, PathConfinement, Sandbox, LeastPrivilege(strength = 30%)]
  references = ["CWE-22", "CWE-59", "CAPEC-126", "CAPEC-132", "T1036", "A01:2021", "A01:2025"]
  message = "{p} may write where the names and links inside an archive lead."
  detection = "Unpack archives of each accepted sort with entries that begin with a slash or with dots, that go through a link made by an earlier entry, and that differ only in case or encoding; look for files outside."
  false_positives = "Entries are only read one by one and never written to a disk."
  remedy = "Resolve each name against the folder before writing, refuse what leads out, make no links, and unpack into a new folder that nothing else uses."
  fix "Confine the entries" { p.entries_confined = true }
}

/// A few kilobytes unpack to terabytes, to millions of files or to archives within archives, and the memory, the disk or the worker is gone.
threat ArchiveBomb: Stride.DenialOfService "An archive that never stops growing" {
  on p: UnpacksArchives
  when p is not ReadyMade or known(p.unpacking_limited)
  when not p.unpacking_limited
  when count(p.neighbours) >= 1
  likelihood = if open_to_strangers(p) then Moderate else Low
  impact = Moderate
  mitigated_by = [LimitedUnpacking, UploadScreening, Sandbox, RateLimit(strength = 20%)]
  references = ["CWE-409", "CWE-770", "CAPEC-130", "T1499.004", "A06:2025"]
  message = "{p} may unpack more than it can hold."
  detection = "Give it an archive of zeros a thousand times its size, one of a million empty files, and one that contains itself; watch memory, disk and the others who wait."
  false_positives = "It works in a place with limits of its own that nothing else shares."
  remedy = "Count bytes, entries and depth while unpacking and stop at a limit; do not believe the sizes that the archive states."
  fix "Limit what comes out" { p.unpacking_limited = true }
}
