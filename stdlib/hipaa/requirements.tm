//! Technical safeguards of 45 CFR 164.312, and the backup plan, as far as a model can show them.

use std.compliance

/// Only those who are meant to can reach health data.
policy HipaaAccess "Access to health data is controlled" {
  regime = Regime.Hipaa
  references = ["HIPAA 164.312(a)(1)"]
  on p: process
  when handles_health(p) and p is not PassesOn
  met = decides_access(p)
}

/// What somebody does can be told from what anybody else does.
policy HipaaUniqueUsers "Each user is known by name" {
  regime = Regime.Hipaa
  references = ["HIPAA 164.312(a)(2)(i)"]
  on p: process
  when handles_health(p) and p is not PassesOn and meets_people(p)
  met = known_by_name(p)
}

/// A screen left alone does not stay open.
policy HipaaLogoff "Sessions end by themselves" {
  regime = Regime.Hipaa
  references = ["HIPAA 164.312(a)(2)(iii)"]
  on p: process
  when handles_health(p)
  when left_alone(p)
  met = ends_sessions(p)
}

/// Whoever gets hold of the medium reads nothing.
policy HipaaStoredEncrypted "Stored health data is encrypted" {
  regime = Regime.Hipaa
  references = ["HIPAA 164.312(a)(2)(iv)"]
  on s: store
  when keeps_health(s)
  met = unreadable_at_rest(s)
}

/// Who looked at what can be told afterwards.
policy HipaaAudit "Access to health data is recorded" {
  regime = Regime.Hipaa
  references = ["HIPAA 164.312(b)"]
  on p: process
  when handles_health(p) and p is not PassesOn
  met = p.audit_log
}

/// Nobody is served without having proved who they are.
policy HipaaAuthentication "Whoever asks for health data is authenticated" {
  regime = Regime.Hipaa
  references = ["HIPAA 164.312(d)"]
  on p: process
  when handles_health(p) and p is not PassesOn
  met = asks_who(p)
}

/// No program gets at the store without having proved what it is.
policy HipaaStoreAuthentication "Whatever reads stored health data is authenticated" {
  regime = Regime.Hipaa
  references = ["HIPAA 164.312(d)"]
  on s: store
  when keeps_health(s)
  met = store_asks_who(s)
}

/// Nobody on the way reads along.
policy HipaaTransit "Health data is encrypted on its way" {
  regime = Regime.Hipaa
  references = ["HIPAA 164.312(e)(1)", "HIPAA 164.312(e)(2)(ii)"]
  on f: flow
  when carries_health(f)
  when travels(f)
  met = hidden_on_the_way(f)
}

/// What somebody changes on the way is noticed: the encryption or a signature tells.
policy HipaaTransitIntegrity "Health data is not changed unnoticed on its way" {
  regime = Regime.Hipaa
  references = ["HIPAA 164.312(e)(2)(i)"]
  on f: flow
  when carries_health(f)
  when travels(f)
  met = unchanged_on_the_way(f) or all d in f.data where (not d.phi or d.signed)
}

/// Only known programs that check what each caller may do write there, or nothing that was written can be changed.
policy HipaaIntegrity "Stored health data is changed only by those who may" {
  regime = Regime.Hipaa
  references = ["HIPAA 164.312(c)(1)"]
  on s: store
  when keeps_health(s)
  met = s.append_only or store_asks_who(s) and all f in s.inflows where (writes_with_care(f))
}

/// That nobody has changed or destroyed it can be shown: it is signed, or nothing that was written can be changed.
policy HipaaProof "That health data is unchanged can be shown" {
  regime = Regime.Hipaa
  references = ["HIPAA 164.312(c)(2)"]
  on s: store
  when keeps_health(s)
  met = s.append_only or all d in s.holds where (not d.phi or d.signed)
}

/// Whoever handles health data for us has promised to guard it and to tell us of leaks.
policy HipaaAssociates "Associates are bound by contract" {
  regime = Regime.Hipaa
  references = ["HIPAA 164.308(b)(1)"]
  on p: process
  when p.external and is_given_health(p)
  met = p.processing_agreement
}

/// What is lost can be restored, and somebody has tried.
policy HipaaBackups "Health data is backed up" {
  regime = Regime.Hipaa
  references = ["HIPAA 164.308(a)(7)(ii)(A)"]
  on s: store
  when keeps_health(s) and holds_originals(s)
  met = s.backups
}

/// Where people, or programs in their hands, ask the store itself, it says what each of them may do.
policy HipaaStoreAccess "Stores that people ask themselves decide who may do what" {
  regime = Regime.Hipaa
  references = ["HIPAA 164.312(a)(1)"]
  on s: store
  when keeps_health(s) and used_directly(s)
  met = store_decides_access(s)
}

/// Where people, or programs in their hands, ask the store itself, it records who did what.
policy HipaaStoreRecords "Stores that people ask themselves record who did what" {
  regime = Regime.Hipaa
  references = ["HIPAA 164.312(b)"]
  on s: store
  when keeps_health(s) and used_directly(s)
  met = s.queries_recorded
}

/// Where people, or programs in their hands, ask the store itself, it knows who they are.
policy HipaaStoreUsers "Stores that people ask themselves know them by name" {
  regime = Regime.Hipaa
  references = ["HIPAA 164.312(a)(2)(i)"]
  on s: store
  when keeps_health(s) and used_directly(s)
  met = store_knows_by_name(s)
}
