//! Duties of the General Data Protection Regulation that a model can show. That something is stated here is no advice of a lawyer.

use std.compliance
use std.linddun

/// Somebody who does not work for us or with us opens one of them, or a program or relay before which nobody is drawn.
fn from_subjects(flows: [flow]) = exists f in flows
  where (speaks_for_self(f.source)
    or (f.source is ClientApp or f.source is Relay) and count(f.source.inflows) == 0)

/// Those whom data is about open them, also by way of up to three programs that only hand on what they say.
fn by_subjects(flows: [flow]) = from_subjects(flows)
  or from_subjects(behind(flows))
  or from_subjects(behind(behind(flows)))
  or from_subjects(behind(behind(behind(flows))))

/// It carries data about people who work for us or with us, as far as anybody has said.
fn carries_colleagues(f: flow) = exists d in f.data
  where (d.personal
    and (not known(d.subjects) or exists s in d.subjects where (s is Employee or s is Partner)))

/// Those whom data is about give it to the program, or are given it, also through what only hands on what they ask; a gateway tells them for what is behind it.
fn takes_from_people(p: process) = p is not PassesOn
  and exists f in p.inflows
    where ((f.source is Relay or f.source is not HandsOn)
      and (by_subjects(f) and carries_people(f) or opened_for_people(f) and carries_colleagues(f)))

/// The program in someone's hands is stated to tell them what happens with their data.
fn client_tells(flows: [flow]) = exists f in flows
  where (f.source is ClientApp and known(f.source.privacy_notice) and f.source.privacy_notice)

/// The program in someone's hands is stated to tell them nothing.
fn client_is_silent(flows: [flow]) = exists f in flows
  where (f.source is ClientApp and known(f.source.privacy_notice) and not f.source.privacy_notice)

/// People are told by the program, or by the ones in their hands where they come through no other.
fn tells_people(p: process) = (p.privacy_notice
    or none f in p.inflows where (f.source is actor)
      and (client_tells(p.inflows) or client_tells(ways_in(p)) or client_tells(behind(ways_in(p)))))
  and not client_is_silent(p.inflows)
  and not client_is_silent(ways_in(p))
  and not client_is_silent(behind(ways_in(p)))

/// Consent is the ground, and somewhere people are asked for the data without a free choice.
fn consent_forced(d: data) = known(d.legal_basis)
  and d.legal_basis == Consent
  and exists f in d.carried_by
    where (asked_of_people(f)
      and f.target is process
      and known(f.target.consent)
      and f.target.consent != Free)

/// Data that is no longer needed is deleted.
policy GdprStorageLimit "Personal data is deleted in time" {
  regime = Regime.Gdpr
  references = ["GDPR Art.5"]
  on s: store
  when keeps_people(s)
  met = deletes_in_time(s)
}

/// There is a ground of law for handling it, and it is written down.
policy GdprLawfulness "There is a legal basis" {
  regime = Regime.Gdpr
  references = ["GDPR Art.6"]
  on d: data
  when d.personal
  met = d.legal_basis != NoBasis and not consent_forced(d)
}

/// People learn what happens with their data when it is asked of them.
policy GdprNotice "People are told" {
  regime = Regime.Gdpr
  references = ["GDPR Art.13"]
  on p: process
  when takes_from_people(p)
  met = tells_people(p)
}

/// People can see, correct and delete what is kept about them.
policy GdprOwnData "People have their data in their own hands" {
  regime = Regime.Gdpr
  references = ["GDPR Art.15", "GDPR Art.16", "GDPR Art.17"]
  on p: process
  when takes_from_people(p)
  met = p.self_service
}

/// Nobody on the way reads along.
policy GdprTransit "Personal data is encrypted on its way" {
  regime = Regime.Gdpr
  references = ["GDPR Art.32"]
  on f: flow
  when carries_people(f)
  when travels(f)
  met = unreadable_on_the_way(f)
}

/// Whoever gets hold of the medium reads nothing.
policy GdprStored "Stored personal data is encrypted" {
  regime = Regime.Gdpr
  references = ["GDPR Art.32"]
  on s: store
  when keeps_people(s)
  met = unreadable_at_rest(s)
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
    or exists p: process where (not p.external and serves(p, Scoring))
  met = m.impact_assessment
}

/// Whoever handles data about people for us has promised to do with it what we say and nothing else.
policy GdprProcessors "Processors are bound by contract" {
  regime = Regime.Gdpr
  references = ["GDPR Art.28"]
  on p: process
  when p.external and is_given_people(p)
  met = p.processing_agreement
}
