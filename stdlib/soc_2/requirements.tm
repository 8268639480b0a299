//! Trust services criteria of SOC 2 that a model can show: security, availability, confidentiality, and some of processing integrity and privacy. What concerns the organisation is not here.

use std.compliance

/// The model lists what can go wrong and how bad it is; which risk is acceptable, somebody has to say.
policy SocRisks "Risks are identified and analysed" {
  regime = Regime.Soc2
  references = ["SOC-2 CC3.2"]
  on m: model
  met = known(m.appetite)
}

/// Each operation is refused unless the caller is one of those it is meant for.
policy SocLogicalAccess "Access is decided for each operation" {
  regime = Regime.Soc2
  references = ["SOC-2 CC6.1"]
  on p: process
  when serves_sensitive(p)
  met = decides_access(p)
}

/// Nobody is served without having proved who they are.
policy SocAuthentication "Whoever asks for sensitive data is authenticated" {
  regime = Regime.Soc2
  references = ["SOC-2 CC6.1"]
  on p: process
  when serves_sensitive(p)
  met = asks_who(p)
}

/// No program gets at the store without having proved what it is.
policy SocStoreAuthentication "Whatever reads stored sensitive data is authenticated" {
  regime = Regime.Soc2
  references = ["SOC-2 CC6.1"]
  on s: store
  when keeps_sensitive(s)
  met = store_asks_who(s)
}

/// What somebody does can be told from what anybody else does.
policy SocIdentities "Each user is known by name" {
  regime = Regime.Soc2
  references = ["SOC-2 CC6.2"]
  on p: process
  when serves_sensitive(p)
  when meets_people(p)
  met = known_by_name(p)
}

/// What a program or a person has no need of, it cannot reach.
policy SocLeastPrivilege "Rights on data follow the task" {
  regime = Regime.Soc2
  references = ["SOC-2 CC6.3"]
  on s: store
  when keeps_sensitive(s)
}

/// Nothing outside can open a connection to where it is kept.
policy SocOutsideThreats "Stores are not reached from untrusted places" {
  regime = Regime.Soc2
  references = ["SOC-2 CC6.6"]
  on s: store
  when keeps_sensitive(s)
  met = stands_behind(s)
}

/// One proof is not enough, since one can be lost or talked out of people.
policy SocPrivilegedAuthentication "Administrators log in with more than one proof" {
  regime = Regime.Soc2
  references = ["SOC-2 CC6.6"]
  on p: process
  when administered(p)
  met = staff_prove_twice(p)
}

/// Nobody on the way reads along.
policy SocTransmission "Sensitive data is encrypted on its way" {
  regime = Regime.Soc2
  references = ["SOC-2 CC6.7"]
  on f: flow
  when carries_sensitive(f)
  when travels(f)
  met = hidden_on_the_way(f)
}

/// Known holes are found and closed.
policy SocVulnerabilities "Known holes are found and closed" {
  regime = Regime.Soc2
  references = ["SOC-2 CC7.1"]
  on p: process
  when takes_from_strangers(p) or serves_sensitive(p)
  met = is_patched(p)
}

/// Somebody is told while an attack goes on.
policy SocMonitoring "Attacks are noticed" {
  regime = Regime.Soc2
  references = ["SOC-2 CC7.2"]
  on p: process
  when takes_from_strangers(p)
  met = p.controls has Alerting
}

/// Who did what can be told afterwards.
policy SocRecords "Use of sensitive data is recorded" {
  regime = Regime.Soc2
  references = ["SOC-2 CC7.2"]
  on p: process
  when serves_sensitive(p)
  met = p.audit_log
}

/// There is enough of it when many come.
policy SocCapacity "Capacity follows what is asked" {
  regime = Regime.Soc2
  references = ["SOC-2 A1.1"]
  on p: process
  when takes_from_strangers(p)
}

/// What is lost can be restored, and somebody has tried.
policy SocBackups "What is needed is backed up, and restoring it was tried" {
  regime = Regime.Soc2
  references = ["SOC-2 A1.2", "SOC-2 A1.3"]
  on s: store
  when keeps_needed(s)
  met = s.backups
}

/// Whoever gets hold of the medium reads nothing.
policy SocConfidentiality "Stored sensitive data is encrypted" {
  regime = Regime.Soc2
  references = ["SOC-2 C1.1"]
  on s: store
  when keeps_sensitive(s)
  met = unreadable_at_rest(s)
}

/// What is no longer needed is deleted.
policy SocDisposal "Data about people is deleted in time" {
  regime = Regime.Soc2
  references = ["SOC-2 C1.2", "SOC-2 P4.2"]
  on s: store
  when keeps_people(s)
  met = deletes_in_time(s)
}

/// What comes in is checked against what is expected before it is used.
policy SocInputs "What strangers send is checked" {
  regime = Regime.Soc2
  references = ["SOC-2 PI1.2"]
  on p: process
  when takes_from_strangers(p)
  met = checks_input(p)
}

/// Where people, or programs in their hands, ask the store itself, it says what each of them may do.
policy SocStoreAccess "Stores that people ask themselves decide who may do what" {
  regime = Regime.Soc2
  references = ["SOC-2 CC6.1"]
  on s: store
  when keeps_sensitive(s) and used_directly(s)
  met = store_decides_access(s)
}

/// Where people, or programs in their hands, ask the store itself, it records who did what.
policy SocStoreRecords "Stores that people ask themselves record who did what" {
  regime = Regime.Soc2
  references = ["SOC-2 CC7.2"]
  on s: store
  when keeps_sensitive(s) and used_directly(s)
  met = s.queries_recorded
}

/// Where people, or programs in their hands, ask the store itself, it knows who they are.
policy SocStoreUsers "Stores that people ask themselves know them by name" {
  regime = Regime.Soc2
  references = ["SOC-2 CC6.2"]
  on s: store
  when keeps_sensitive(s) and used_directly(s)
  met = store_knows_by_name(s)
}

/// Where no program of ours stands between, the way to the store asks for a second proof, or they bring one to every login.
policy SocStoreMultiFactor "Administrators come to stores with more than one proof" {
  regime = Regime.Soc2
  references = ["SOC-2 CC6.6"]
  on s: store
  when keeps_sensitive(s) and by_administrators(s.inflows)
  met = store_staff_prove_twice(s)
}
