//! Unawareness and unintervenability: not knowing, and having no say.

/// A program of ours that does more than hand on.
fn serves_itself(n: node) = n is process and not n.external and n is not PassesOn

/// What is said to the program in their hands goes on to one of ours, where the question belongs.
fn goes_on_to_service(f: flow) = f.target is PassesOn
  and exists g in f.target.outflows
    where (goes_on(f, g)
      and (serves_itself(g.target)
        or g.target is PassesOn
          and exists h in g.target.outflows where (goes_on(g, h) and serves_itself(h.target))))

/// A program in people's hands that itself says, or is stated not to say, what happens with the data.
fn says_itself(n: node) = n is ClientApp and known(n.privacy_notice)

/// People say it, straight, through relays, or through a program in their hands of which nobody said whether it tells them anything.
fn told_by_people(f: flow) = asked_of_people(f)
  or (f.source is ClientApp or f.source is Relay)
    and not says_itself(f.source)
    and exists g in behind(f)
      where (asked_of_people(g)
        or (g.source is ClientApp or g.source is Relay)
          and not says_itself(g.source)
          and exists h in behind(g) where (asked_of_people(h)))

/// People hand over data about themselves and are not told what for, for how long, and who else will have it.
threat UninformedPeople: Linddun.Unawareness "People do not know what happens with their data" {
  on p: process
  when p is not Relay and not p.privacy_notice
  when exists f in p.inflows
    where (told_by_people(f)
      and (known(p.privacy_notice) or not goes_on_to_service(f))
      and known(f.sends)
      and exists d in f.sends
        where (perhaps_personal(d) and (about_sender(f, d) or f.source is ClientApp)))
  likelihood = Moderate
  impact = Moderate
  mitigated_by = [PrivacyNotice]
  references = ["LINDDUN U1", "GDPR Art.13", "GDPR Art.12", "NIST-800-53 PT-5"]
  message = "People give {p} data about themselves and are not told what happens with it."
  detection = "Walk through the form as a new user and note what is said, and when."
  false_positives = "The person was told in another way, before."
  remedy = "Say at the form, in two sentences, what for, for how long and who else; link to the rest."
  fix "People are told" { p.privacy_notice = true }
}

/// Somebody of whom we do not know whether they may speak for others: a person who does not work for us, or a program that is not ours.
fn outsider(n: node) = n is process and n.external or n is actor and n is not Employee

/// What they bring, straight or through a relay, is about people other than themselves.
fn about_others(f: flow, d: data) = known(d.subjects)
  and count(d.subjects) >= 1
  and (outsider(f.source) and not (d.subjects has f.source)
    or f.source is Relay
      and exists g in f.source.inflows
        where (outsider(g.source)
          and known(g.sends)
          and g.sends has d
          and not (d.subjects has g.source)))

/// The data is about people who did not give it and know nothing of it: an address book, a recommendation, a list that was bought.
threat DataOfOthers: Linddun.Unawareness "People who never gave their data" {
  on f: flow
  when f.target is process and f.target is not Relay and not f.target.external
  when known(f.sends) and exists d in f.sends where (personal(d) and about_others(f, d))
  when not f.target.informs_others
  likelihood = Moderate
  impact = Moderate
  mitigated_by = [NoticeToOthers(on = f.target), DataMinimization]
  references = ["LINDDUN U2", "GDPR Art.14"]
  message = "{f.source} gives {f.target} data about other people, who may never hear of it."
  detection = "Pick five people out of the data who are no users, and ask how they would learn of it."
  false_positives = "The data stays on the device of the one who entered it."
  remedy = "Tell these people at first contact, or do not keep what is about others."
  fix "They are told" { f.target.informs_others = true }
}

/// The ground is consent, and people cannot really refuse, or not take it back. Then there was no consent, and all that rests on it falls.
threat ConsentNotFree: Linddun.Unawareness "Agreeing is not really a choice" {
  on p: process
  when exists f in p.inflows
    where (asked_of_people(f)
      and known(f.sends)
      and exists d in f.sends
        where (personal(d) and known(d.legal_basis) and d.legal_basis == Consent))
  when p.consent != Free
  likelihood = Moderate
  impact = Moderate
  mitigated_by = [ConsentManagement]
  references = ["LINDDUN U3", "GDPR Art.7", "NIST-800-53 PT-4"]
  message = "{p} takes data on the ground of consent, and the choice is not free."
  detection = "Refuse everything and use the service; agree, then find the place to take it back. Count the clicks both ways."
  false_positives = "Consent is asked elsewhere, before people come here."
  remedy = "Ask for each purpose apart, nothing ticked beforehand, and the way back in the same place."
  fix "The choice is free" { p.consent = Free }
}

/// Data serves what people did not come for, and they cannot switch it off.
threat NoSayInUse: Linddun.Unawareness "What people did not ask for cannot be switched off" {
  on p: process
  when serves(p, Advertising)
    or serves(p, Personalisation)
    or serves(p, Improvement)
    or serves(p, Training)
  when not p.external or fed_by_us(p)
  when exists d in p.inputs.data where (personal(d))
  when not p.opt_out
  likelihood = Moderate
  impact = Moderate
  mitigated_by = [PrivacySettings, ConsentManagement(strength = 70%)]
  references = ["LINDDUN U3", "GDPR Art.21", "GDPR Art.25"]
  message = "{p} uses data about people for more than they asked for, and they cannot stop it."
  detection = "As a test user, look for the switch; use it; see in the data whether anything changed."
  false_positives = "It starts only after the person switched it on."
  remedy = "A switch that is off at first, or at least one that is easy to find."
  fix "It can be switched off" { p.opt_out = true }
}

/// A program decides about people alone: who gets a loan, a flat, an account. Whoever is refused by mistake finds nobody to talk to.
threat DecidedByMachine: Linddun.Unawareness "A machine decides about people alone" {
  on p: process
  when serves(p, Scoring)
  when not p.human_review
  when exists d in p.inputs.data where (personal(d))
  likelihood = Moderate
  impact = High
  mitigated_by = [HumanReview, PrivacyNotice(strength = 20%)]
  references = ["LINDDUN U3", "GDPR Art.22"]
  message = "{p} judges people, and nobody looks at what it decides."
  detection = "Ask for a decision to be looked at; see who does, what they can see, and how often they change it."
  false_positives = "Nothing that matters to a person follows from the score."
  remedy = "Let a person who may decide otherwise look at each refusal, or at those who ask."
  fix "A person looks at it" { p.human_review = true }
}

/// One of them leads to a program of ours where people can see to their data themselves.
fn lead_to_help(flows: [flow]) = exists f in flows
  where (f.target is process
    and f.target is not Relay
    and not f.target.external
    and (known(f.target.self_service) or not goes_on_to_service(f))
    and f.target.self_service)

/// People cannot see, mend or delete what is kept about them without writing letters.
threat NoWayToIntervene: Linddun.Unawareness "People have no hand in their own data" {
  on a: actor
  when speaks_for_self(a) and a is not Visitor
  when exists f in a.outflows
    where (f.target is process
      and not f.target.external
      and known(f.sends)
      and exists d in f.sends where (perhaps_personal(d) and about_sender(f, d)))
  when not lead_to_help(a.outflows)
  when not lead_to_help(ways_out(a))
  when not lead_to_help(ahead(ways_out(a)))
  when not lead_to_help(ahead(ahead(ways_out(a))))
  likelihood = Low
  impact = Moderate
  mitigated_by = [
    PrivacySelfService(on = a.outflows.target),
    PrivacySelfService(on = ways_out(a).target),
    PrivacySelfService(on = ahead(ways_out(a)).target),
    PrivacySelfService(on = ahead(ahead(ways_out(a))).target)
  ]
  references = [
    "LINDDUN U4",
    "LINDDUN U5",
    "GDPR Art.15",
    "GDPR Art.16",
    "GDPR Art.17",
    "NIST-800-53 SI-18(4)"
  ]
  message = "No program that {a} uses lets them see, mend and delete what is kept about them."
  detection = "As a test user, find all that is kept about you, correct one thing, delete the rest; look again after a month."
  false_positives = "A page that the model leaves out does it for all systems."
  remedy = "Give people one place where they see, mend, take along and delete."
}
