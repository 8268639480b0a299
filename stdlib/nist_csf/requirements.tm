//! Outcomes of the NIST Cybersecurity Framework 2.0 that a model can show. What concerns the organisation is not here.

use std.compliance

/// What travels where is written down.
policy CsfDataFlows "Flows of data are written down" {
  regime = Regime.NistCsf
  references = ["NIST-CSF-2.0 ID.AM-03"]
  on f: flow
  met = known(f.data)
}

/// The model lists what can go wrong and how bad it is; which risk is acceptable, somebody has to say.
policy CsfThreats "Threats are identified and weighed" {
  regime = Regime.NistCsf
  references = ["NIST-CSF-2.0 ID.RA-03", "NIST-CSF-2.0 ID.RA-04", "NIST-CSF-2.0 ID.RA-05"]
  on m: model
  met = known(m.appetite)
}

/// Nobody is served without having proved who they are.
policy CsfAuthentication "Whoever asks for sensitive data is authenticated" {
  regime = Regime.NistCsf
  references = ["NIST-CSF-2.0 PR.AA-03"]
  on p: process
  when serves_sensitive(p)
  met = asks_who(p)
}

/// Each operation is refused unless the caller is one of those it is meant for.
policy CsfAccess "Access is decided for each operation" {
  regime = Regime.NistCsf
  references = ["NIST-CSF-2.0 PR.AA-05"]
  on p: process
  when serves_sensitive(p)
  met = decides_access(p)
}

/// Whoever gets hold of the medium reads nothing.
policy CsfAtRest "Stored sensitive data is encrypted" {
  regime = Regime.NistCsf
  references = ["NIST-CSF-2.0 PR.DS-01"]
  on s: store
  when keeps_sensitive(s)
  met = unreadable_at_rest(s)
}

/// Nobody on the way reads along.
policy CsfTransit "Sensitive data is encrypted on its way" {
  regime = Regime.NistCsf
  references = ["NIST-CSF-2.0 PR.DS-02"]
  on f: flow
  when carries_sensitive(f)
  when travels(f)
  met = hidden_on_the_way(f)
}

/// What is lost can be restored, and somebody has tried.
policy CsfBackups "What is needed is backed up, and restoring it was tried" {
  regime = Regime.NistCsf
  references = ["NIST-CSF-2.0 PR.DS-11"]
  on s: store
  when keeps_needed(s)
  met = s.backups
}

/// Nothing runs that is not needed, and nothing is set as it came.
policy CsfConfiguration "What strangers reach is hardened" {
  regime = Regime.NistCsf
  references = ["NIST-CSF-2.0 PR.PS-01"]
  on p: process
  when takes_from_strangers(p)
}

/// Known holes are found and closed.
policy CsfSoftware "Known holes are found and closed" {
  regime = Regime.NistCsf
  references = ["NIST-CSF-2.0 PR.PS-02"]
  on p: process
  when takes_from_strangers(p) or serves_sensitive(p)
  met = is_patched(p)
}

/// Who did what can be told afterwards.
policy CsfRecords "Use of sensitive data is recorded" {
  regime = Regime.NistCsf
  references = ["NIST-CSF-2.0 PR.PS-04"]
  on p: process
  when serves_sensitive(p)
  met = p.audit_log
}

/// Nothing outside can open a connection to where it is kept.
policy CsfNetworks "Stores are not reached from untrusted places" {
  regime = Regime.NistCsf
  references = ["NIST-CSF-2.0 PR.IR-01"]
  on s: store
  when keeps_sensitive(s)
  met = stands_behind(s)
}

/// There is enough of it when many come.
policy CsfCapacity "Capacity follows what is asked" {
  regime = Regime.NistCsf
  references = ["NIST-CSF-2.0 PR.IR-04"]
  on p: process
  when takes_from_strangers(p)
}

/// Somebody is told while an attack goes on.
policy CsfMonitoring "Attacks are noticed" {
  regime = Regime.NistCsf
  references = ["NIST-CSF-2.0 DE.CM-09"]
  on p: process
  when takes_from_strangers(p)
  met = p.controls has Alerting
}

/// Where people, or programs in their hands, ask the store itself, it says what each of them may do.
policy CsfStoreAccess "Stores that people ask themselves decide who may do what" {
  regime = Regime.NistCsf
  references = ["NIST-CSF-2.0 PR.AA-05"]
  on s: store
  when keeps_sensitive(s) and used_directly(s)
  met = store_decides_access(s)
}

/// Where people, or programs in their hands, ask the store itself, it records who did what.
policy CsfStoreRecords "Stores that people ask themselves record who did what" {
  regime = Regime.NistCsf
  references = ["NIST-CSF-2.0 PR.PS-04"]
  on s: store
  when keeps_sensitive(s) and used_directly(s)
  met = s.queries_recorded
}
