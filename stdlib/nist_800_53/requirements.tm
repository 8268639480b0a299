//! Controls of NIST SP 800-53 that a model can show, most of them of the moderate baseline. What concerns policies, sites and people is not here.

use std.compliance

/// Each operation is refused unless the caller is one of those it is meant for.
policy NistAccessEnforcement "Access is decided for each operation" {
  regime = Regime.Nist80053
  references = ["NIST-800-53 AC-3"]
  on p: process
  when serves_sensitive(p)
  met = decides_access(p)
}

/// What a program or a person has no need of, it cannot reach.
policy NistLeastPrivilege "Rights on data follow the task" {
  regime = Regime.Nist80053
  references = ["NIST-800-53 AC-6"]
  on s: store
  when keeps_sensitive(s)
}

/// Guessing ends after a few attempts.
policy NistLockout "Passwords cannot be guessed without end" {
  regime = Regime.Nist80053
  references = ["NIST-800-53 AC-7"]
  on p: process
  when takes_passwords(p)
}

/// A screen left alone does not stay open, and a session cannot be taken over.
policy NistSessionEnd "Sessions end by themselves" {
  regime = Regime.Nist80053
  references = ["NIST-800-53 AC-12"]
  on p: process
  when serves_sensitive(p)
  when left_alone(p)
  met = ends_sessions(p)
}

/// What administrators send from afar cannot be read or changed on the way.
policy NistRemoteAccess "Staff work from afar over encrypted connections" {
  regime = Regime.Nist80053
  references = ["NIST-800-53 AC-17(2)"]
  on f: flow
  when by_own_staff(f) and straight_from_untrusted(f)
  met = f.encrypted
}

/// Who did what can be told afterwards.
policy NistAuditRecords "Use of sensitive data is recorded" {
  regime = Regime.Nist80053
  references = ["NIST-800-53 AU-2", "NIST-800-53 AU-12"]
  on p: process
  when serves_sensitive(p)
  met = p.audit_log
}

/// Whoever did it cannot take it out of the record.
policy NistAuditProtection "Records cannot be changed" {
  regime = Regime.Nist80053
  references = ["NIST-800-53 AU-9"]
  on s: store
  when holds_records(s)
  met = s.append_only
}

/// Nothing runs that is not needed, and nothing is set as it came.
policy NistSettings "What strangers reach is hardened" {
  regime = Regime.Nist80053
  references = ["NIST-800-53 CM-6", "NIST-800-53 CM-7"]
  on p: process
  when takes_from_strangers(p)
}

/// What is lost can be restored, and somebody has tried.
policy NistBackups "What is needed is backed up" {
  regime = Regime.Nist80053
  references = ["NIST-800-53 CP-9"]
  on s: store
  when keeps_needed(s)
  met = s.backups
}

/// Nobody is served without having proved who they are.
policy NistStaffAuthentication "Staff are authenticated" {
  regime = Regime.Nist80053
  references = ["NIST-800-53 IA-2"]
  on p: process
  when used_by_staff(p)
  met = asks_who(p)
}

/// One proof is not enough, since one can be lost or talked out of people.
policy NistPrivilegedMultiFactor "Administrators log in with more than one proof" {
  regime = Regime.Nist80053
  references = ["NIST-800-53 IA-2(1)"]
  on p: process
  when administered(p)
  met = staff_prove_twice(p)
}

/// Passwords are long, and those that everybody tries are refused.
policy NistPasswords "Passwords are good ones" {
  regime = Regime.Nist80053
  references = ["NIST-800-53 IA-5(1)"]
  on p: process
  when takes_passwords(p)
  met = p.controls has PasswordPolicy
}

/// Nobody is served without having proved who they are.
policy NistOutsiderAuthentication "Users from outside are authenticated" {
  regime = Regime.Nist80053
  references = ["NIST-800-53 IA-8"]
  on p: process
  when serves_sensitive(p)
  when used_by_outsiders(p)
  met = asks_who(p)
}

/// The model lists what can go wrong and how bad it is; which risk is acceptable, somebody has to say.
policy NistRiskAssessment "Risks are assessed" {
  regime = Regime.Nist80053
  references = ["NIST-800-53 RA-3"]
  on m: model
  met = known(m.appetite)
}

/// Known holes are found and closed.
policy NistComponents "Flaws of components are found and mended" {
  regime = Regime.Nist80053
  references = ["NIST-800-53 RA-5", "NIST-800-53 SI-2"]
  on p: process
  when takes_from_strangers(p) or serves_sensitive(p)
  met = is_patched(p)
}

/// Many requests at once do not bring it down.
policy NistFloods "Floods of requests are withstood" {
  regime = Regime.Nist80053
  references = ["NIST-800-53 SC-5"]
  on p: process
  when takes_from_strangers(p) and not comes_slowed(p)
    or p is Relay and open_to_strangers(p) and slows_floods(p)
}

/// Nothing outside can open a connection to where it is kept.
policy NistBoundaryProtection "Stores are not reached from untrusted places" {
  regime = Regime.Nist80053
  references = ["NIST-800-53 SC-7"]
  on s: store
  when keeps_sensitive(s)
  met = stands_behind(s)
}

/// Nobody on the way reads along.
policy NistTransit "Sensitive data is protected on its way" {
  regime = Regime.Nist80053
  references = ["NIST-800-53 SC-8", "NIST-800-53 SC-8(1)"]
  on f: flow
  when carries_sensitive(f)
  when travels(f)
  met = unreadable_on_the_way(f)
}

/// A screen left alone does not stay open, and a session cannot be taken over.
policy NistSessions "Sessions cannot be taken over" {
  regime = Regime.Nist80053
  references = ["NIST-800-53 SC-23"]
  on p: process
  when accepts(p, SessionCookie)
    or p is not PassesOn and used_by_people(p) and p.authentication == SessionCookie
  met = p.controls has SessionProtection
}

/// Whoever gets hold of the medium reads nothing.
policy NistAtRest "Stored sensitive data is protected" {
  regime = Regime.Nist80053
  references = ["NIST-800-53 SC-28", "NIST-800-53 SC-28(1)"]
  on s: store
  when keeps_sensitive(s)
  met = unreadable_at_rest(s)
}

/// Code that others give runs where it can do no harm.
policy NistIsolation "Code of others runs apart" {
  regime = Regime.Nist80053
  references = ["NIST-800-53 SC-39"]
  on p: process
  when p is RunsGivenCode
}

/// Somebody is told while an attack goes on.
policy NistMonitoring "Attacks are noticed" {
  regime = Regime.Nist80053
  references = ["NIST-800-53 SI-4"]
  on p: process
  when takes_from_strangers(p)
  met = p.controls has Alerting
}

/// What comes in is checked against what is expected before it is used.
policy NistInput "What strangers send is checked" {
  regime = Regime.Nist80053
  references = ["NIST-800-53 SI-10"]
  on p: process
  when takes_from_strangers(p)
  met = checks_input(p)
}

/// What is no longer needed is deleted.
policy NistRetention "Data about people is kept no longer than needed" {
  regime = Regime.Nist80053
  references = ["NIST-800-53 SI-12"]
  on s: store
  when keeps_people(s)
  met = deletes_in_time(s)
}

/// Where people, or programs in their hands, ask the store itself, it says what each of them may do.
policy NistStoreAccess "Stores that people ask themselves decide who may do what" {
  regime = Regime.Nist80053
  references = ["NIST-800-53 AC-3"]
  on s: store
  when keeps_sensitive(s) and used_directly(s)
  met = store_decides_access(s)
}

/// Where people, or programs in their hands, ask the store itself, it records who did what.
policy NistStoreRecords "Stores that people ask themselves record who did what" {
  regime = Regime.Nist80053
  references = ["NIST-800-53 AU-2", "NIST-800-53 AU-12"]
  on s: store
  when keeps_sensitive(s) and used_directly(s)
  met = s.queries_recorded
}

/// Where no program of ours stands between, the way to the store asks for a second proof, or they bring one to every login.
policy NistStoreMultiFactor "Administrators come to stores with more than one proof" {
  regime = Regime.Nist80053
  references = ["NIST-800-53 IA-2(1)"]
  on s: store
  when keeps_sensitive(s) and by_administrators(s.inflows)
  met = store_staff_prove_twice(s)
}
