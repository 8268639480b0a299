//! Technical safeguards of 45 CFR 164.312, and the backup plan, as far as a model can show them.

use std.compliance

/// Only those who are meant to can reach health data.
policy HipaaAccess "Access to health data is controlled" {
  regime = Regime.Hipaa
  references = ["HIPAA 164.312(a)(1)"]
  on p: process
  when handles_health(p) and not passes_on(p)
  met = p.access_control
}

/// What somebody does can be told from what anybody else does.
policy HipaaUniqueUsers "Each user is known by name" {
  regime = Regime.Hipaa
  references = ["HIPAA 164.312(a)(2)(i)"]
  on p: process
  when handles_health(p) and not passes_on(p) and used_by_people(p)
  met = not unattributable(p.authentication)
}

/// A screen left alone does not stay open.
policy HipaaLogoff "Sessions end by themselves" {
  regime = Regime.Hipaa
  references = ["HIPAA 164.312(a)(2)(iii)"]
  on p: process
  when handles_health(p)
  when left_alone(p)
}

/// Whoever gets hold of the medium reads nothing.
policy HipaaStoredEncrypted "Stored health data is encrypted" {
  regime = Regime.Hipaa
  references = ["HIPAA 164.312(a)(2)(iv)"]
  on s: store
  when keeps_health(s)
  met = s.encryption_at_rest
}

/// Who looked at what can be told afterwards.
policy HipaaAudit "Access to health data is recorded" {
  regime = Regime.Hipaa
  references = ["HIPAA 164.312(b)"]
  on p: process
  when handles_health(p) and not passes_on(p)
  met = p.audit_log
}

/// Nobody is served without having proved who they are.
policy HipaaAuthentication "Whoever asks for health data is authenticated" {
  regime = Regime.Hipaa
  references = ["HIPAA 164.312(d)"]
  on p: process
  when handles_health(p) and not passes_on(p)
  met = p.authentication != NoAuthentication
}

/// No program gets at the store without having proved what it is.
policy HipaaStoreAuthentication "Whatever reads stored health data is authenticated" {
  regime = Regime.Hipaa
  references = ["HIPAA 164.312(d)"]
  on s: store
  when keeps_health(s)
  met = s.authentication != NoAuthentication
}

/// Nobody on the way reads along.
policy HipaaTransit "Health data is encrypted on its way" {
  regime = Regime.Hipaa
  references = ["HIPAA 164.312(e)(1)", "HIPAA 164.312(e)(2)(ii)"]
  on f: flow
  when carries_health(f)
  when travels(f)
  met = f.encrypted
}

/// What is lost can be restored, and somebody has tried.
policy HipaaBackups "Health data is backed up" {
  regime = Regime.Hipaa
  references = ["HIPAA 164.308(a)(7)(ii)(A)"]
  on s: store
  when keeps_health(s)
  met = s.backups
}
