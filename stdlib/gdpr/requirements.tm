//! Duties of the General Data Protection Regulation that a model can show. That something is stated here is no advice of a lawyer.

use std.compliance
use std.linddun

/// Data that is no longer needed is deleted.
policy GdprStorageLimit "Personal data is deleted in time" {
  regime = Regime.Gdpr
  references = ["GDPR Art.5"]
  on s: store
  when keeps_people(s)
  met = s.deletes_old or s.controls has RetentionLimit
}

/// There is a ground of law for handling it, and it is written down.
policy GdprLawfulness "There is a legal basis" {
  regime = Regime.Gdpr
  references = ["GDPR Art.6"]
  on d: data
  when d.personal
  met = d.legal_basis != NoBasis
}

/// People learn what happens with their data when it is asked of them.
policy GdprNotice "People are told" {
  regime = Regime.Gdpr
  references = ["GDPR Art.13"]
  on p: process
  when not passes_on(p) and exists f in p.inflows where (f.source is actor and carries_people(f))
  met = p.privacy_notice
}

/// People can see, correct and delete what is kept about them.
policy GdprOwnData "People have their data in their own hands" {
  regime = Regime.Gdpr
  references = ["GDPR Art.15", "GDPR Art.16", "GDPR Art.17"]
  on p: process
  when not passes_on(p) and exists f in p.inflows where (f.source is actor and carries_people(f))
  met = p.self_service
}

/// Nobody on the way reads along.
policy GdprTransit "Personal data is encrypted on its way" {
  regime = Regime.Gdpr
  references = ["GDPR Art.32"]
  on f: flow
  when carries_people(f)
  when travels(f)
  met = f.encrypted
}

/// Whoever gets hold of the medium reads nothing.
policy GdprStored "Stored personal data is encrypted" {
  regime = Regime.Gdpr
  references = ["GDPR Art.32"]
  on s: store
  when keeps_people(s)
  met = s.encryption_at_rest
}

/// Where the duty exists, somebody is named who watches over it.
policy GdprOfficer "A data protection officer is named" {
  regime = Regime.Gdpr
  references = ["GDPR Art.37"]
  on m: model
  met = m.privacy_officer
}

/// Who tells whom after a leak, and by when, is settled before it happens.
policy GdprBreaches "Leaks are told in time" {
  regime = Regime.Gdpr
  references = ["GDPR Art.33", "GDPR Art.34"]
  on m: model
  met = m.breach_plan
}

/// Where much is at stake for people, somebody has thought about it and written it down.
policy GdprAssessment "The dangers for people have been assessed" {
  regime = Regime.Gdpr
  references = ["GDPR Art.35"]
  on m: model
  when exists d: data where (d.personal and d.special_category)
  met = m.impact_assessment
}

/// Whoever handles data about people for us has promised to do with it what we say and nothing else.
policy GdprProcessors "Processors are bound by contract" {
  regime = Regime.Gdpr
  references = ["GDPR Art.28"]
  on p: process
  when p.external and exists f in p.inflows where (carries_people(f))
  met = p.processing_agreement
}
