//! Business: doing what is allowed, too often, too fast or twice; and believing partners.

/// Programs take what was meant for people: all tickets in a second, a thousand trial accounts, every voucher code there is.
threat BotsTakeAll: Stride.DenialOfService "Bots take what is scarce" {
  on p: LimitedOffer
  when not known(p.shared_out) and p.controls has BotDefence or not p.shared_out
  when exists f in p.inflows where (from_untrusted(f))
  likelihood = High
  impact = Moderate
  mitigated_by = [
    SharesByPerson,
    BotDefence,
    RateLimit(strength = 40%),
    RateLimit(strength = 40%, on = p.inflows.source),
    Alerting(strength = 20%)
  ]
  references = ["CWE-799", "CAPEC-212", "T1499.003", "API6:2023"]
  message = "Whoever asks {p} fastest may get all that is scarce."
  detection = "Write a script that buys, books or registers a hundred times from ten addresses; count what it gets and who notices."
  false_positives = "Each receiver is a person known by contract."
  remedy = "Limit by person, payment and device, not by address; queue and draw lots where demand comes at once; look at who got what afterwards."
  fix "Limit by person" { p.shared_out = true }
}

/// Two requests at the same moment both find the voucher unused, the balance sufficient, the last seat free.
threat RacedLimit: Stride.Tampering "One voucher, used twice at once" {
  on p: LimitedOffer
  when not p.serialised
  when spoken_to(p)
  likelihood = Moderate
  impact = Moderate
  mitigated_by = [AtomicChecks, RateLimit(strength = 20%), Alerting(strength = 20%)]
  references = ["CWE-362", "CWE-367", "CAPEC-29", "A04:2021", "A06:2025"]
  message = "Two requests to {p} at once may both get what only one should."
  detection = "Send the same request twenty times in one packet, or over twenty connections held at the last byte, and count what was given."
  false_positives = "A single worker handles the requests one after the other."
  remedy = "Let the database decide: a unique key, a conditional update or a lock held over check and change."
  fix "Check and change in one" { p.serialised = true }
}

/// A partner answers with something that must be right. What language models make up is a matter of its own.
fn must_be_right(f: flow) = f.target is process
  and f.target.external
  and f.target is not LanguageModel
  and known(f.receives)
  and exists d in f.receives
    where (d is not Credentials and d is not Secret and known(d.integrity) and d.integrity >= High)

/// Of what comes, only something that was built has to be right: whether it is the maker's is a matter of signatures, not of form.
fn only_built(f: flow) = none d in f.receives
  where (d is not Artefact
    and d is not Credentials
    and d is not Secret
    and known(d.integrity)
    and d.integrity >= High)

/// What a partner's interface answers is used as if it were our own. When the partner is broken into, or only wrong, we store and act on it.
threat BelievedAnswers: Stride.Tampering "A partner's answers are believed" {
  on p: process
  when p is not PassesOn and p is not ReadyMade and p is not RunsGivenCode and not p.answers_checked
  when exists f in p.outflows
    where (must_be_right(f) and (known(p.answers_checked) or not only_built(f)))
  likelihood = Low
  impact = High
  mitigated_by = [CheckedAnswers, InputValidation(strength = 40%), MessageSigning(on = p.outflows)]
  references = ["CWE-349", "CAPEC-153", "T1199", "API10:2023"]
  message = "What partners answer may be used by {p} unchecked."
  detection = "Let a stand-in for the partner answer with wrong types, huge lists, markup, and amounts that cannot be."
  false_positives = "A person looks at each answer before anything is done with it."
  remedy = "Check answers of partners like input from strangers: form, range, size, and whether they fit what was asked."
  fix "Check answers, too" { p.answers_checked = true }
}
