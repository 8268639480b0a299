//! Non-compliance: what the law and good practice ask of those who handle data about people.

/// Nobody is named who answers for the way personal data is handled.
threat NobodyInCharge: Linddun.NonCompliance "Nobody answers for privacy" {
  on m: model
  when not m.privacy_officer
  when exists d: data where (personal(d))
  likelihood = Moderate
  impact = Moderate
  mitigated_by = [PrivacyOfficer]
  references = ["LINDDUN Nc2", "GDPR Art.37", "GDPR Art.24"]
  message = "{m} handles personal data, and nobody is named who answers for it."
  detection = "Ask three people of the team whom a worried user should write to."
  false_positives = "The organisation's officer covers this system, and the model does not say so."
  remedy = "Name someone, and tell the people concerned how to reach them."
  fix "Name someone" { m.privacy_officer = true }
}

/// Something that is about people is carried or kept, and nobody has said on what ground of law.
fn ground_unsaid(d: data) = personal(d)
  and not known(d.legal_basis)
  and (count(d.carried_by) >= 1 or count(d.held_by) >= 1)

/// Nobody has said it of other data either: then it is asked once, of the record in which all of them should stand.
fn one_of_several(d: data) = ground_unsaid(d) and exists e: data where (e != d and ground_unsaid(e))

/// Data about people is handled for several ends, and no list says of each what it is for, on what ground of law, who receives it and when it is deleted. Nobody can answer the people who ask, and nobody notices what should not be there.
threat UnrecordedProcessing: Linddun.NonCompliance "No record of what is done with people's data" {
  on m: model
  when not m.processing_recorded
  when exists d: data where (one_of_several(d))
  likelihood = Moderate
  impact = Moderate
  mitigated_by = [ProcessingRecord]
  references = ["LINDDUN Nc1", "GDPR Art.30", "GDPR Art.6", "NIST-800-53 PT-2"]
  message = "Nobody may have written down what {m} handles data about people for, and on what ground of law."
  detection = "Ask for the record of processing, and look in it for each kind of data in the model: purpose, ground, receivers, time."
  false_positives = "The record is kept for the whole organisation, and this system stands in it."
  remedy = "Write down for each kind of data what it is for, on what ground, who receives it and how long it is kept, and look at the list whenever something is added."
  fix "It is written down" { m.processing_recorded = true }
}

/// Personal data is handled, and nobody wrote down on what ground of law.
threat NoLegalBasis: Linddun.NonCompliance "No ground of law for the data" {
  on d: data
  when personal(d)
  when d.legal_basis == NoBasis and not one_of_several(d)
  when count(d.carried_by) >= 1 or count(d.held_by) >= 1
  likelihood = Moderate
  impact = Moderate
  references = ["LINDDUN Nc1", "GDPR Art.6", "GDPR Art.30", "NIST-800-53 PT-2"]
  message = "No ground of law is stated for {d}."
  detection = "Find the entry for this data in the record of processing."
  false_positives = "Another team answers for the data, and only its copy passes here."
  remedy = "Find the ground and write it down, or stop."
}

/// Health, faith and the like may be handled on few grounds only; an interest of ours, or a contract, is none of them.
threat SpecialDataWithoutGround: Linddun.NonCompliance "The ground does not carry delicate data" {
  on d: data
  when personal(d) and known(d.special_category) and d.special_category
  when known(d.legal_basis) and (d.legal_basis == Contract or d.legal_basis == LegitimateInterest)
  when count(d.carried_by) >= 1 or count(d.held_by) >= 1
  likelihood = Moderate
  impact = High
  references = ["LINDDUN Nc1", "GDPR Art.9", "NIST-800-53 PT-7"]
  message = "The stated ground of law does not cover data such as {d}."
  detection = "Ask which exception for special categories applies, and where it is written down."
  false_positives = "An exception applies besides, such as health care under professional secrecy."
  remedy = "Ask for explicit consent, find the exception that applies, or do without this data."
}

/// Those who run a program for us receive data about people, and no contract binds them.
threat NoProcessingAgreement: Linddun.NonCompliance "No contract with those who handle the data" {
  on x: process
  when x.external and not x.processing_agreement
  when exists f in x.inflows
      where (not f.source.external
        and f.source is not actor
        and known(f.sends)
        and exists d in f.sends
          where (personal(d) and (known(x.processing_agreement) or can_read(x, d))))
    or exists f in x.outflows
      where (not f.target.external
        and f.target is not actor
        and known(f.receives)
        and exists d in f.receives
          where (personal(d) and (known(x.processing_agreement) or can_read(x, d))))
  likelihood = Moderate
  impact = Moderate
  mitigated_by = [ProcessingAgreement]
  references = ["LINDDUN Nc1", "GDPR Art.28", "SOC-2 P6.4"]
  message = "{x} receives data about people from us, and no contract says what may be done with it."
  detection = "Find the contract, and in it what may be done with the data, who else gets it, and when it is deleted."
  false_positives = "The receiver answers for the data itself, as a bank or an authority does."
  remedy = "Make the contract before sending, or do not send."
  fix "A contract is in force" { x.processing_agreement = true }
}

/// Data about people goes where the law protects them less than at home.
threat SentAbroad: Linddun.NonCompliance "Data leaves the protection of the law" {
  on f: flow
  when known(f.target.jurisdiction) and f.target.jurisdiction == Elsewhere
  when known(f.source.jurisdiction) and f.source.jurisdiction != Elsewhere
  when known(f.sends) and exists d in f.sends where (personal(d))
  likelihood = Moderate
  impact = if exists d in f.sends where (delicate(d)) then High else Moderate
  mitigated_by = [TransferSafeguards, Pseudonymization, EndToEndEncryption]
  references = ["LINDDUN Nc1", "GDPR Art.44", "GDPR Art.46"]
  message = "{f.source} sends data about people to {f.target}, where another law applies."
  detection = "List the countries of the receiver and of those who work for it; look for the safeguard that was agreed."
  false_positives = "The person asked for just this to be sent there."
  remedy = "Choose a receiver at home, agree on standard clauses, or send nothing that leads to a person."
}

/// What may harm people much was built without anybody having thought through what it does to them.
threat NoImpactAssessment: Linddun.NonCompliance "Dangers for people never assessed" {
  on m: model
  when not m.impact_assessment
  when exists d: data
      where (personal(d)
        and known(d.special_category)
        and d.special_category
        and (not known(d.records) or d.records >= 5_000)
        and count(d.carried_by) >= 1)
    or exists p: process where (not p.external and serves(p, Scoring))
  likelihood = Moderate
  impact = Moderate
  mitigated_by = [ImpactAssessment]
  references = ["LINDDUN Nc2", "GDPR Art.35"]
  message = "{m} may harm people much, and nobody has assessed how."
  detection = "Ask for the assessment, its date, and what was changed because of it."
  false_positives = "An assessment of a larger system covers this one."
  remedy = "Assess it, with somebody who speaks for the people concerned."
  fix "It has been assessed" { m.impact_assessment = true }
}

/// After a leak there are three days to tell the authority, and the people must be told too; without a plan they pass with looking for who decides.
threat NoBreachPlan: Linddun.NonCompliance "No plan for the day of a leak" {
  on m: model
  when not m.breach_plan
  when exists d: data where (delicate(d) and count(d.carried_by) >= 1)
  likelihood = Low
  impact = Moderate
  mitigated_by = [BreachPlan]
  references = ["LINDDUN Nc4", "GDPR Art.33", "GDPR Art.34", "ISO-27001 A.5.24"]
  message = "{m} handles delicate data about people, and nobody has planned for the day it leaks."
  detection = "Ask on a Friday evening who would write to the authority, and with what numbers."
  false_positives = "The organisation's plan covers this system."
  remedy = "Write down who decides, who writes, and where the numbers come from; rehearse it once a year."
  fix "There is a plan" { m.breach_plan = true }
}
