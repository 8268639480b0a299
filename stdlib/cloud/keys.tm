//! Keys and secrets of the cloud.
use std.identity
use std.data
use std.web

/// Encryption protects from who may not use the key. When every program may, it protects from nobody who is in the account.
threat KeysForEveryone: Stride.InformationDisclosure "Every program may decrypt" {
  on s: KeyService
  when known(s.usable_by_all) and s.usable_by_all
  likelihood = Low
  impact = High
  mitigated_by = [KeyPolicies, LeastPrivilege(strength = 60%)]
  references = ["CWE-732", "CAPEC-180", "T1530"]
  message = "Any program of the account may use the keys of {s}."
  detection = "With the role of the least important program, decrypt something of the most important one."
  false_positives = "One program runs in the account."
  remedy = "A key for each kind of data, with named users, and other people who rule it."
  fix "Each key for its users" { s.usable_by_all = false }
}

/// One call, by mistake or in anger, and everything that was encrypted with the key is noise, its backups too.
threat DestroyedKey: Stride.DenialOfService "A key destroyed is data destroyed" {
  on s: KeyService
  when not s.deletion_delayed
  likelihood = Low
  impact = VeryHigh
  mitigated_by = [
    DelayedDeletion,
    LeastPrivilege(strength = 50%),
    Guardrails,
    AccountWatch(strength = 30%)
  ]
  references = ["T1485", "T1490"]
  message = "Keys of {s} may be gone for good at once, and with them all that they encrypt."
  detection = "In a test account, delete a key and purge it, with the rights of an ordinary administrator."
  false_positives = "The keys encrypt only what can be made again."
  remedy = "Switch the protection against purging on, give deleting to few, and alarm when a key is to be destroyed."
  fix "Deletion waits" { s.deletion_delayed = true }
}

/// A secret that never changes has been seen by everyone who ever worked here, and by whoever copied an old backup.
threat UnchangedSecrets: Stride.Spoofing "Secrets that nobody replaces" {
  on s: CloudSecrets
  when not s.rotated
  when count(s.inflows) >= 1
  when not (known(s.holds) and count(s.holds) == 0)
  likelihood = Low
  impact = High
  mitigated_by = [SecretRotation, ShortLivedCredentials(strength = 60%, on = s.inflows.source)]
  references = ["CWE-324", "CAPEC-560", "T1555.006", "T1552"]
  message = "Nobody replaces what {s} holds, on a schedule or when somebody leaves."
  detection = "List the secrets with the date of their last version, and replace one in production at noon."
  false_positives = "What it holds is given out by others who replace it."
  remedy = "Begin with those that a program can replace, such as logins of databases; rehearse replacing the others."
  fix "A program replaces them" { s.rotated = true }
}
