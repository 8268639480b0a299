//! What a system can do to the people whose data it handles: one or two threats for each category of LINDDUN.

/// Different things about the same people lie side by side, and together they tell more than each was given for.
threat LinkedRecords: Linddun.Linking "Records about one person can be joined" {
  on s: store
  when known(s.holds) and count([d for d in s.holds where d.personal]) >= 2
  likelihood = Moderate
  impact = Moderate
  mitigated_by = [Pseudonymization, DataMinimization, LeastPrivilege(strength = 30%)]
  references = ["CWE-359", "CAPEC-116", "T1213"]
  message = "{s} holds several kinds of data about the same people."
  detection = "Take two tables and see whether a shared id, address or time joins them; ask who needs the join."
  false_positives = "The kinds of data are about different people."
}

/// A company outside learns who the person is, although it would only need to know that there is one.
threat IdentifiedElsewhere: Linddun.Identifying "Others learn who the person is" {
  on f: flow
  when f.target is process and f.target.external
  when known(f.sends) and exists d in f.sends where d.personal
  likelihood = Moderate
  impact = max(f.sends.confidentiality)
  mitigated_by = [Pseudonymization, DataMinimization, Tokenization(on = f.source)]
  references = ["CWE-359", "CWE-201", "T1567"]
  message = "{f.source} tells {f.target}, which is not ours, things about people who can be recognised."
  detection = "Record what is sent for one test user and mark everything that would lead a stranger to them."
  false_positives = "The person asked for exactly this to be sent."
}

/// A trail that nobody can change or delete proves for ever what a person did, also where they have a right to be forgotten.
threat LastingProof: Linddun.NonRepudiation "People cannot take back what they did" {
  on s: store
  when known(s.append_only) and s.append_only
  when known(s.holds) and exists d in s.holds where d.personal
  likelihood = Low
  impact = Moderate
  mitigated_by = [Pseudonymization, RetentionLimit]
  references = ["CWE-359"]
  message = "{s} keeps what people did where nothing can be deleted."
  detection = "Ask for the deletion of a test person and search for them afterwards."
  false_positives = "The law demands the proof, and its time is limited."
}

/// Someone who watches the network learns that this person uses the service, which may be all they wanted to know.
threat ObservableUse: Linddun.Detecting "Others notice who uses the service" {
  on f: flow
  when from_user(f) and f.source is not Relay and not f.encrypted
  when known(f.data) and exists d in f.data where d.personal
  likelihood = Moderate
  impact = Low
  mitigated_by = [Tls, Vpn, EndToEndEncryption]
  references = ["CWE-319", "CAPEC-158", "T1040"]
  message = "Watchers of the network see that {f.source} uses {f.target}, and for what."
  detection = "Record the traffic of one test user and describe them from it."
  false_positives = "Using the service says nothing about a person."
  fix "Encrypt the flow" { f.encrypted = true }
}

/// So many people's data in one place that a single leak is a public event, and that somebody will find a second use for it.
threat LargeCollection: Linddun.DataDisclosure "Very many people's data in one place" {
  on d: data
  when known(d.records) and d.records >= 100_000
  when d.personal
  when exists s in d.held_by where (s is store)
  likelihood = Moderate
  impact = High
  mitigated_by = [
    RetentionLimit(on = d.held_by),
    DataMinimization(on = d.held_by),
    Pseudonymization(on = d.held_by)
  ]
  references = ["CWE-359", "T1213", "T1530"]
  message = "{d} is about {d.records} people and is kept in one place."
  detection = "Ask for each field when it was last used and for what; ask for the oldest record."
  false_positives = "Every record is of someone whom the system serves today."
}

/// Personal data goes to more programs than the purpose needs.
threat SpreadData: Linddun.DataDisclosure "Personal data in many hands" {
  on d: data
  when d.personal
  when count([f.target for f in d.carried_by where (f.target is process)]) >= 4
  likelihood = Moderate
  impact = Moderate
  mitigated_by = [DataMinimization(on = d.carried_by), Tokenization(on = d.held_by)]
  references = ["CWE-359", "CWE-213"]
  message = "{d} is sent to four programs or more."
  detection = "Take the data away from each receiver in turn, in a test system, and see what stops working."
  false_positives = "Most receivers only pass it on and cannot read it."
}

/// People hand over data about themselves and are not told what for, for how long, and who else will have it.
threat UninformedPeople: Linddun.Unawareness "People do not know what happens with their data" {
  on f: flow
  when f.source is actor
    and f.target is not Relay
    and f.target is process
    and not f.target.privacy_notice
  when known(f.sends) and exists d in f.sends where d.personal
  likelihood = Moderate
  impact = Moderate
  mitigated_by = [PrivacyNotice(on = f.target)]
  references = ["GDPR Art.13"]
  message = "{f.source} gives {f.target} personal data without being told what happens with it."
  detection = "Walk through the form as a new user and note what is said, and when."
  false_positives = "The person was told in another way, before."
}

/// People cannot see, mend or delete what is kept about them without writing letters.
threat NoWayToIntervene: Linddun.Unawareness "People have no hand in their own data" {
  on p: process
  when not p.self_service
  when exists f in p.inflows
    where (f.source is actor and known(f.sends) and exists d in f.sends where d.personal)
  when exists f in p.outflows where (f.target is store)
  likelihood = Low
  impact = Moderate
  mitigated_by = [PrivacySelfService]
  references = ["GDPR Art.15", "GDPR Art.16", "GDPR Art.17"]
  message = "{p} keeps data about people who cannot get at it."
  detection = "As a test user, find all that is kept about you, correct one thing, delete the rest; look again after a month."
  false_positives = "Another program of ours offers this for the same data."
  fix "People can help themselves" { p.self_service = true }
}

/// Nobody is named who answers for the way personal data is handled.
threat NobodyInCharge: Linddun.NonCompliance "Nobody answers for privacy" {
  on m: model
  when not m.privacy_officer
  when exists d: data where (known(d.personal) and d.personal)
  likelihood = Moderate
  impact = Moderate
  references = ["GDPR Art.37", "GDPR Art.24"]
  message = "{m} handles personal data, and nobody is named who answers for it."
  detection = "Ask three people of the team whom a worried user should write to."
  false_positives = "The organisation's officer covers this system, and the model does not say so."
  fix "Name someone" { m.privacy_officer = true }
}

/// Personal data is handled, and nobody wrote down on what ground of law.
threat NoLegalBasis: Linddun.NonCompliance "No ground of law for the data" {
  on d: data
  when known(d.personal) and d.personal
  when not d.legal_basis
  when count(d.carried_by) >= 1 or count(d.held_by) >= 1
  likelihood = Moderate
  impact = Moderate
  references = ["GDPR Art.6", "GDPR Art.30"]
  message = "{d} is handled without a stated ground of law."
  detection = "Find the entry for this data in the record of processing."
  false_positives = "The law itself demands that the data is kept."
  fix "The ground is written down" { d.legal_basis = true }
}
