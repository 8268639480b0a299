//! Identifying: learning who somebody is, where that is not needed.

/// A company outside learns who the person is, although it would only need to know that there is one.
threat IdentifiedElsewhere: Linddun.Identifying "Others learn who the person is" {
  on f: flow
  when goes_outside(f) and not sealed(f)
  when known(f.sends)
    and exists d in f.sends
      where (personal(d) and (not known(d.identifiability) or d.identifiability == Named))
  likelihood = Moderate
  impact = max(f.sends.confidentiality)
  mitigated_by = [
    Pseudonymization,
    DataMinimization,
    Tokenization(on = f.source),
    ProcessingAgreement(strength = 40%, on = f.target)
  ]
  references = ["LINDDUN I1", "LINDDUN I4", "CWE-359", "CWE-201", "GDPR Art.5"]
  message = "Things about people who can be recognised go from {f.source} to {f.target}, run by somebody else."
  detection = "Record what is sent for one test user and mark everything that would lead a stranger to them."
  false_positives = "The person asked for exactly this to be sent, and the receiver cannot do it without the name."
  remedy = "Leave out the name, or send a number that only we can turn back."
}

/// No name is sent, but several traits that together fit one person only.
threat CombinedTraits: Linddun.Identifying "Traits that together point at one person" {
  on f: flow
  when f.target is process
    and (f.target.external and not f.source.external
      or serves(f.target, Research)
      or serves(f.target, Improvement))
  when known(f.sends)
    and count(
        [d for d in f.sends where (known(d.identifiability) and d.identifiability == Describing)]
      ) >= 2
    and none d in f.sends
      where (known(d.identifiability)
        and (d.identifiability == Named or d.identifiability == Numbered))
  likelihood = Moderate
  impact = max(f.sends.confidentiality)
  mitigated_by = [
    NoisyStatistics(on = f.source),
    DataMinimization,
    Pseudonymization(strength = 30%)
  ]
  references = ["LINDDUN L2", "LINDDUN I2", "CWE-1230", "CAPEC-116", "NIST-800-53 SI-19"]
  message = "{f.source} sends {f.target} several traits of people, who may be recognised by them together."
  detection = "Count in a day's data how many people share each combination; look at the combinations of one."
  false_positives = "Every combination fits many people; somebody counted."
  remedy = "Make the traits coarser until every combination fits many, or send counts only."
}

/// So few people are in it that those who know them see who is who, whatever was left out.
threat SmallCrowd: Linddun.Identifying "Too few people to hide among" {
  on d: data
  when known(d.identifiability)
    and (d.identifiability == Describing or d.identifiability == Anonymous)
  when known(d.records) and d.records < 50
  when count(d.carried_by) >= 1 or count(d.held_by) >= 1
  likelihood = Moderate
  impact = if known(d.confidentiality) then d.confidentiality else Moderate
  mitigated_by = [NoisyStatistics(on = d.held_by), DataMinimization(on = d.held_by)]
  references = ["LINDDUN I2", "CWE-1230", "NIST-800-53 SI-19(8)"]
  message = "With {d.records} people at most in {d}, they can tell one another apart."
  detection = "Show it to somebody who knows the people and ask who is who."
  false_positives = "Nobody who sees the data knows any of the people."
  remedy = "Wait until there are more, join it with a larger group, or publish sums only."
}

/// Names lie beside what is most delicate about the people, so that one stolen table says who has which illness, debt or belief.
threat NamedSensitiveRecords: Linddun.Identifying "Names beside what is most delicate" {
  on s: store
  when known(s.holds)
    and exists d in s.holds where (known(d.special_category) and d.special_category)
  when exists d in s.holds
    where (personal(d) and known(d.identifiability) and d.identifiability == Named)
  when not (s.controls has Pseudonymization)
  likelihood = Moderate
  impact = VeryHigh
  mitigated_by = [Pseudonymization, FieldEncryption, LeastPrivilege(strength = 30%)]
  references = ["LINDDUN I5", "CWE-359", "GDPR Art.9", "GDPR Art.32"]
  message = "{s} keeps names together with what is most delicate about these people."
  detection = "Ask which user of the store needs both columns at once, and how often."
  false_positives = "Everyone who reads the store treats the people by name, as in a surgery."
  remedy = "Keep the names elsewhere, under a key that few can use."
}

/// A voice, a picture or a letter tells who somebody is, although the service promises not to ask.
threat RevealingContent: Linddun.Identifying "Content that gives its sender away" {
  on f: flow
  when of_user(f) and f.target is process and is_delicate(f.target)
  when known(f.sends) and exists d in f.sends where (d is RichContent)
  likelihood = Moderate
  impact = High
  mitigated_by = [DataMinimization, Pseudonymization, PrivacyNotice(strength = 30%, on = f.target)]
  references = ["LINDDUN I3", "CWE-359", "GDPR Art.25"]
  message = "{f.target} is delicate to use, and takes from {f.source} content that can show who they are."
  detection = "Read ten contributions and count those whose author a friend would recognise."
  false_positives = "People are known by name there anyway."
  remedy = "Ask for choices instead of free text, warn before sending, blur faces and change voices on the device."
}
