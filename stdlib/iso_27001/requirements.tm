//! Controls of Annex A of ISO/IEC 27001:2022 that a model can show. What concerns policies, sites and people is not here.

use std.compliance

/// Nobody on the way reads along.
policy IsoTransfer "Sensitive data is encrypted on its way" {
  regime = Regime.Iso27001
  references = ["ISO-27001 A.5.14", "ISO-27001 A.8.24"]
  on f: flow
  when carries_sensitive(f)
  when travels(f)
  met = unreadable_on_the_way(f)
}

/// Each operation is refused unless the caller is one of those it is meant for.
policy IsoAccessControl "Access is decided for each operation" {
  regime = Regime.Iso27001
  references = ["ISO-27001 A.5.15", "ISO-27001 A.8.3"]
  on p: process
  when serves_sensitive(p)
  met = decides_access(p)
}

/// What somebody does can be told from what anybody else does.
policy IsoIdentities "Each user is known by name" {
  regime = Regime.Iso27001
  references = ["ISO-27001 A.5.16"]
  on p: process
  when serves_sensitive(p)
  when meets_people(p)
  met = known_by_name(p)
}

/// Passwords are long, and those that everybody tries are refused.
policy IsoPasswords "Passwords are good ones" {
  regime = Regime.Iso27001
  references = ["ISO-27001 A.5.17"]
  on p: process
  when takes_passwords(p)
  met = p.controls has PasswordPolicy
}

/// Whoever did it cannot take it out of the record.
policy IsoRecords "Records cannot be changed" {
  regime = Regime.Iso27001
  references = ["ISO-27001 A.5.33"]
  on s: store
  when holds_records(s)
  met = s.append_only
}

/// What a program or a person has no need of, it cannot reach.
policy IsoPrivileges "Rights on data follow the task" {
  regime = Regime.Iso27001
  references = ["ISO-27001 A.8.2"]
  on s: store
  when keeps_sensitive(s)
}

/// Whoever may change the code may change everything that is made of it.
policy IsoSourceCode "Access to source code is controlled" {
  regime = Regime.Iso27001
  references = ["ISO-27001 A.8.4"]
  on s: CodeRepository
  met = store_asks_who(s)
}

/// Nobody is served without having proved who they are.
policy IsoAuthentication "Whoever asks for sensitive data is authenticated" {
  regime = Regime.Iso27001
  references = ["ISO-27001 A.8.5"]
  on p: process
  when serves_sensitive(p)
  met = asks_who(p)
}

/// One proof is not enough, since one can be lost or talked out of people.
policy IsoPrivilegedAuthentication "Administrators log in with more than one proof" {
  regime = Regime.Iso27001
  references = ["ISO-27001 A.8.5"]
  on p: process
  when administered(p)
  met = staff_prove_twice(p)
}

/// There is enough of it when many come.
policy IsoCapacity "Capacity follows what is asked" {
  regime = Regime.Iso27001
  references = ["ISO-27001 A.8.6"]
  on p: process
  when takes_from_strangers(p)
}

/// Known holes are found and closed.
policy IsoVulnerabilities "Known holes are found and closed" {
  regime = Regime.Iso27001
  references = ["ISO-27001 A.8.8"]
  on p: process
  when takes_from_strangers(p) or serves_sensitive(p)
  met = is_patched(p)
}

/// Nothing runs that is not needed, and nothing is set as it came.
policy IsoConfiguration "What strangers reach is hardened" {
  regime = Regime.Iso27001
  references = ["ISO-27001 A.8.9"]
  on p: process
  when takes_from_strangers(p)
}

/// What is no longer needed is deleted.
policy IsoDeletion "Data about people is deleted in time" {
  regime = Regime.Iso27001
  references = ["ISO-27001 A.8.10"]
  on s: store
  when keeps_people(s)
  met = deletes_in_time(s)
}

/// What is lost can be restored, and somebody has tried.
policy IsoBackups "What is needed is backed up" {
  regime = Regime.Iso27001
  references = ["ISO-27001 A.8.13"]
  on s: store
  when keeps_needed(s)
  met = s.backups
}

/// When one copy fails, another goes on.
policy IsoRedundancy "What must not fail is there twice" {
  regime = Regime.Iso27001
  references = ["ISO-27001 A.8.14"]
  on s: store
  when exists d in s.holds where (d.availability >= High)
}

/// Who did what can be told afterwards.
policy IsoLogging "Use of sensitive data is recorded" {
  regime = Regime.Iso27001
  references = ["ISO-27001 A.8.15"]
  on p: process
  when serves_sensitive(p)
  met = p.audit_log
}

/// Somebody is told while an attack goes on.
policy IsoMonitoring "Attacks are noticed" {
  regime = Regime.Iso27001
  references = ["ISO-27001 A.8.16"]
  on p: process
  when takes_from_strangers(p)
  met = p.controls has Alerting
}

/// Nothing outside can open a connection to where it is kept.
policy IsoNetworks "Stores are not reached from untrusted places" {
  regime = Regime.Iso27001
  references = ["ISO-27001 A.8.20", "ISO-27001 A.8.22"]
  on s: store
  when keeps_sensitive(s)
  met = stands_behind(s)
}

/// Whoever gets hold of the medium reads nothing.
policy IsoStored "Stored sensitive data is encrypted" {
  regime = Regime.Iso27001
  references = ["ISO-27001 A.8.24"]
  on s: store
  when keeps_sensitive(s)
  met = unreadable_at_rest(s)
}

/// What comes in is checked against what is expected before it is used.
policy IsoInput "What strangers send is checked" {
  regime = Regime.Iso27001
  references = ["ISO-27001 A.8.26", "ISO-27001 A.8.28"]
  on p: process
  when takes_from_strangers(p)
  met = checks_input(p)
}

/// Where people, or programs in their hands, ask the store itself, it says what each of them may do.
policy IsoStoreAccess "Stores that people ask themselves decide who may do what" {
  regime = Regime.Iso27001
  references = ["ISO-27001 A.5.15", "ISO-27001 A.8.3"]
  on s: store
  when keeps_sensitive(s) and used_directly(s)
  met = store_decides_access(s)
}

/// Where people, or programs in their hands, ask the store itself, it records who did what.
policy IsoStoreRecords "Stores that people ask themselves record who did what" {
  regime = Regime.Iso27001
  references = ["ISO-27001 A.8.15"]
  on s: store
  when keeps_sensitive(s) and used_directly(s)
  met = s.queries_recorded
}

/// Where people, or programs in their hands, ask the store itself, it knows who they are.
policy IsoStoreUsers "Stores that people ask themselves know them by name" {
  regime = Regime.Iso27001
  references = ["ISO-27001 A.5.16"]
  on s: store
  when keeps_sensitive(s) and used_directly(s)
  met = store_knows_by_name(s)
}

/// Where no program of ours stands between, the way to the store asks for a second proof, or they bring one to every login.
policy IsoStoreMultiFactor "Administrators come to stores with more than one proof" {
  regime = Regime.Iso27001
  references = ["ISO-27001 A.8.5"]
  on s: store
  when keeps_sensitive(s) and by_administrators(s.inflows)
  met = store_staff_prove_twice(s)
}
