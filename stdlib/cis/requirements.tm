//! Safeguards of the CIS Controls 8.1 that a model can show. What concerns inventories, offices, machines of staff and training is not here.

use std.compliance

/// Each operation is refused unless the caller is one of those it is meant for.
policy CisAccessLists "Access is decided for each operation" {
  regime = Regime.Cis
  references = ["CIS-8.1 3.3", "CIS-8.1 6.8"]
  on p: process
  when serves_sensitive(p)
  met = decides_access(p)
}

/// What is no longer needed is deleted.
policy CisRetention "Data about people is deleted in time" {
  regime = Regime.Cis
  references = ["CIS-8.1 3.4"]
  on s: store
  when keeps_people(s)
  met = deletes_in_time(s)
}

/// What travels where is written down.
policy CisDataFlows "Flows of data are documented" {
  regime = Regime.Cis
  references = ["CIS-8.1 3.8"]
  on f: flow
  met = known(f.data)
}

/// Nobody on the way reads along.
policy CisTransit "Sensitive data is encrypted on its way" {
  regime = Regime.Cis
  references = ["CIS-8.1 3.10"]
  on f: flow
  when carries_sensitive(f)
  when travels(f)
  met = unreadable_on_the_way(f)
}

/// Whoever gets hold of the medium reads nothing.
policy CisAtRest "Stored sensitive data is encrypted" {
  regime = Regime.Cis
  references = ["CIS-8.1 3.11"]
  on s: store
  when keeps_sensitive(s)
  met = unreadable_at_rest(s)
}

/// Nothing outside can open a connection to where it is kept.
policy CisSegments "Stores are not reached from untrusted places" {
  regime = Regime.Cis
  references = ["CIS-8.1 3.12"]
  on s: store
  when keeps_sensitive(s)
  met = stands_behind(s)
}

/// Who did what can be told afterwards.
policy CisAccessLog "Use of sensitive data is recorded" {
  regime = Regime.Cis
  references = ["CIS-8.1 3.14", "CIS-8.1 8.2"]
  on p: process
  when serves_sensitive(p)
  met = p.audit_log
}

/// What administrators send from afar cannot be read or changed on the way.
policy CisManagement "What is administered from elsewhere is so over encrypted connections" {
  regime = Regime.Cis
  references = ["CIS-8.1 4.6"]
  on f: flow
  when by_administrators(f) and travels(f)
  met = f.encrypted
}

/// Passwords are long, and those that everybody tries are refused.
policy CisPasswords "Passwords are good ones" {
  regime = Regime.Cis
  references = ["CIS-8.1 5.2"]
  on p: process
  when takes_passwords(p)
  met = p.controls has PasswordPolicy
}

/// One proof is not enough, since one can be lost or talked out of people.
policy CisExternalMultiFactor "Staff who come from outside log in with more than one proof" {
  regime = Regime.Cis
  references = ["CIS-8.1 6.3"]
  on p: process
  when used_by_staff(p)
  when open_to_strangers(p)
  met = staff_prove_twice(p)
}

/// One proof is not enough, since one can be lost or talked out of people.
policy CisAdminMultiFactor "Administrators log in with more than one proof" {
  regime = Regime.Cis
  references = ["CIS-8.1 6.5"]
  on p: process
  when administered(p)
  met = staff_prove_twice(p)
}

/// Known holes are found and closed.
policy CisPatches "Ready-made programs are updated within days" {
  regime = Regime.Cis
  references = ["CIS-8.1 7.4"]
  on p: ReadyMade
  met = p.prompt_updates
}

/// What is lost can be restored, and somebody has tried.
policy CisBackups "What is needed is backed up, and restoring it was tried" {
  regime = Regime.Cis
  references = ["CIS-8.1 11.2", "CIS-8.1 11.5"]
  on s: store
  when keeps_needed(s)
  met = s.backups
}

/// Somebody is told while an attack goes on.
policy CisAlerts "Attacks are noticed" {
  regime = Regime.Cis
  references = ["CIS-8.1 13.1"]
  on p: process
  when takes_from_strangers(p)
}

/// Something in front looks at requests, and stops attacks.
policy CisApplicationFilter "Requests of strangers are filtered" {
  regime = Regime.Cis
  references = ["CIS-8.1 13.10"]
  on p: process
  when takes_from_strangers(p)
  met = filtered(p)
}

/// Known holes are found and closed.
policy CisComponents "Components of others are known and current" {
  regime = Regime.Cis
  references = ["CIS-8.1 16.5"]
  on p: process
  when is_own_code(p)
  when takes_from_strangers(p) or serves_sensitive(p)
  met = components_watched(p)
}

/// Nothing runs that is not needed, and nothing is set as it came.
policy CisHardening "What strangers reach is hardened" {
  regime = Regime.Cis
  references = ["CIS-8.1 16.7"]
  on p: process
  when takes_from_strangers(p)
}

/// What comes in is checked against what is expected before it is used.
policy CisDesign "What strangers send is checked" {
  regime = Regime.Cis
  references = ["CIS-8.1 16.10"]
  on p: process
  when takes_from_strangers(p)
  met = checks_input(p)
}

/// The model lists what can go wrong and how bad it is; which risk is acceptable, somebody has to say.
policy CisThreatModel "Threats are modelled" {
  regime = Regime.Cis
  references = ["CIS-8.1 16.14"]
  on m: model
  met = known(m.appetite)
}

/// Where people, or programs in their hands, ask the store itself, it says what each of them may do.
policy CisStoreAccess "Stores that people ask themselves decide who may do what" {
  regime = Regime.Cis
  references = ["CIS-8.1 3.3", "CIS-8.1 6.8"]
  on s: store
  when keeps_sensitive(s) and used_directly(s)
  met = store_decides_access(s)
}

/// Where people, or programs in their hands, ask the store itself, it records who did what.
policy CisStoreRecords "Stores that people ask themselves record who did what" {
  regime = Regime.Cis
  references = ["CIS-8.1 3.14", "CIS-8.1 8.2"]
  on s: store
  when keeps_sensitive(s) and used_directly(s)
  met = s.queries_recorded
}

/// Where no program of ours stands between, the way to the store asks for a second proof, or they bring one to every login.
policy CisStoreMultiFactor "Administrators come to stores with more than one proof" {
  regime = Regime.Cis
  references = ["CIS-8.1 6.5"]
  on s: store
  when keeps_sensitive(s) and by_administrators(s.inflows)
  met = store_staff_prove_twice(s)
}
