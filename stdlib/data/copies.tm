//! Copies: test systems, replicas and backups, which hold the same data with less care.
use std.web

/// The copy lets in whom the original would refuse, and holds the same.
fn more_open(r: Replica) = known(r.trust) and known(r.original.trust) and r.trust < r.original.trust
  or known(r.authentication)
    and weak(r.authentication)
    and not (known(r.original.authentication) and weak(r.original.authentication))

/// Nobody attacks the well-kept original when its copy stands in an easier place or asks for less.
threat WeakerCopy: Stride.InformationDisclosure "The copy is guarded less than the original" {
  on r: Replica
  when known(r.original) and more_open(r)
  when exists d in r.original.holds where d.confidentiality >= Moderate
  likelihood = Moderate
  impact = max(r.original.holds.confidentiality)
  mitigated_by = [StrongAuthentication, NetworkSegmentation, DataMinimization, FieldEncryption]
  references = ["CWE-552", "CAPEC-150", "T1213.006"]
  message = "{r} holds what {r.original} holds, and is easier to get at."
  detection = "List who can connect to the copy and who to the original, and compare."
  false_positives = "Only columns that everyone may read are copied."
  remedy = "Give the copy the place, the logins and the records of the original, or copy less."
}

/// Whoever has taken over the account, or made a mistake in it, deletes the data and then the copies of it. Blackmailers look for the copies first.
threat BackupsInReach: Stride.DenialOfService "Who deletes the data deletes the backups" {
  on s: BackupStore
  when not s.separate_rights
  when not (known(s.append_only) and s.append_only)
  when not known(s.separate_rights) or not s.append_only // of the two, who decides is asked first
  when count(s.inflows) + count(s.outflows) >= 1
  likelihood = Low
  impact = VeryHigh
  mitigated_by = [SeparateBackups, AppendOnlyStorage]
  references = ["CWE-653", "T1490", "T1485", "T1486"]
  message = "Whoever may delete what {s} protects may delete the copies, too."
  detection = "With the rights of an administrator of the protected system, try in a test account to delete last week's backup and to shorten how long backups are kept."
  false_positives = "A further copy leaves for a place with other administrators."
  remedy = "Keep one copy in another account with other administrators, locked for as long as it may be needed."
  fix "Other people decide about the copies" { s.separate_rights = true }
}
