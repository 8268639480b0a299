//! Availability: work that strangers can cause and others wait for.

/// Callers nest their queries until one of them costs as much as a thousand.
threat ExpensiveQueries: Stride.DenialOfService "Queries that cost too much" {
  on p: GraphQlApi
  when not p.depth_limit
  when spoken_to(p)
  likelihood = if open_to_strangers(p) then High else Moderate
  impact = Moderate
  mitigated_by = [QueryLimits, RateLimit(strength = 40%), AutoScaling(strength = 20%)]
  references = ["CWE-405", "CAPEC-197", "T1499.003", "API4:2023"]
  message = "Callers of {p} can have queries of any depth run."
  detection = "Send a query that follows a relation back and forth twenty times, and one with a thousand aliases; measure."
  false_positives = "Only queries registered beforehand are accepted."
  remedy = "Limit depth, number of fields, aliases and cost before a query runs, and give each caller a budget."
  fix "Queries are limited" { p.depth_limit = true }
}

/// What callers can keep busy is settled, and not by saying that they cannot: something limits them, or it is stated that nothing does. Before that only this is asked, since an answer speaks for what stands behind, too.
fn load_in_question(p: process) = counts_requests(p)
  or known(p.load_limited) and not p.load_limited
  or exists f in p.inflows
    where (f.source is Relay
      and (counts_requests(f.source) or known(f.source.load_limited) and not f.source.load_limited))

/// A program that strangers reach opens one of them.
fn asked_for_strangers_by(flows: [flow], s: SqlDatabase) = exists f in flows
  where (f.source is process
    and open_to_strangers(f.source)
    and (known(s.query_time_limited) or load_in_question(f.source)))

/// A search for a single letter, a sort over everything or a pattern that matches in a thousand ways keeps the database busy for minutes, and everybody else's page waits behind it.
threat SlowQueries: Stride.DenialOfService "One slow query holds up everyone" {
  on s: SqlDatabase
  when not s.query_time_limited
  when s is not DataWarehouse
  when asked_for_strangers_by(s.inflows, s) or asked_for_strangers_by(ways_in(s), s)
  likelihood = Low
  impact = Moderate
  mitigated_by = [
    QueryTimeLimit,
    RateLimit(strength = 40%, on = s.inflows.source),
    AutoScaling(strength = 20%),
    Redundancy(strength = 30%)
  ]
  references = ["CWE-770", "CWE-1333", "CAPEC-227", "CAPEC-492", "T1499.003", "API4:2023"]
  message = "A query that strangers cause may run in {s} for as long as it likes."
  detection = "On a copy with real amounts, search for one letter, for patterns full of wildcards, and for the last page of the longest list; measure, and look what others wait for."
  false_positives = "All queries find their rows by a key."
  remedy = "Set a time after which the database ends a query, lower for programs that face strangers; limit pages, patterns and sorting to what has an index."
  fix "End slow queries" { s.query_time_limited = true }
}

/// Somebody else puts messages in: a worker that is not stated to does not, it may only take them out.
fn put_in_by_other(f: flow, w: process) = f.source is process
  and f.source != w
  and (f.source is not Worker or known(f.sends) and count(f.sends) >= 1)

/// Messages are taken out of a queue that somebody else puts in.
fn take_messages(flows: [flow], w: process) = exists f in flows
  where (f.target is Queue
    and not (known(f.receives) and count(f.receives) == 0)
    and exists g in f.target.inflows where (put_in_by_other(g, w)))

/// It takes messages out of a queue, perhaps through a relay, or one is delivered to it, that somebody else puts in.
fn takes_messages(w: process) = take_messages(w.outflows, w)
  or take_messages(ways_out(w), w)
  or exists f in w.inflows
    where (f.source is Queue and exists g in f.source.inflows where (put_in_by_other(g, w)))

/// It is no worker by its type, does a worker's work, and has no callers of whom another rule asks the same. Functions have a rule of their own.
fn works_like_one(p: process) = p is not Function
  and p is not PassesOn
  and p is not ReadyMade
  and not spoken_to(p)
  and (exists f in p.outflows
      where (f.target is Queue and known(f.receives) and count(f.receives) >= 1)
    or exists f in p.inflows where (f.source is Queue))

/// A message that the worker cannot handle comes back again and again, and everything behind it waits.
threat PoisonMessages: Stride.DenialOfService "Messages that stop the worker" {
  on w: process
  when w is not RunsGivenCode and not w.input_validation
  when w is Worker or works_like_one(w)
  when takes_messages(w)
  likelihood = Moderate
  impact = Moderate
  mitigated_by = [InputValidation, Sandbox(strength = 30%), Alerting]
  references = ["CWE-754", "CAPEC-153", "T1499.004", "A10:2025"]
  message = "Messages may reach the work of {w} unchecked."
  detection = "Put a message with a missing field, a wrong type and a huge text into the queue, and watch the ones behind it."
  false_positives = "Messages that failed a few times are set aside by the queue."
  remedy = "Check each message first, set it aside after a few failures, and raise an alarm when that pile grows."
  fix "Input is validated" { w.input_validation = true }
}

/// The system stands still when somebody else's does.
threat PartnerOutage: Stride.DenialOfService "Someone else's outage becomes ours" {
  on f: flow
  when f.source is process and f.source is not BackgroundJob
  when f.target is process and f.target.external
  when known(f.data)
    and exists d in f.data where (known(d.availability) and d.availability >= Moderate)
  likelihood = Moderate
  impact = max([d.availability for d in f.data where (known(d.availability))])
  mitigated_by = [CircuitBreaker, RedundantPath, Redundancy(on = f.source)]
  references = ["CWE-1088", "CAPEC-607", "T1499"]
  message = "{f.source} cannot wait for {f.target}, run by somebody else."
  detection = "Let a stand-in for the partner answer after a minute, never, and with errors; watch the threads and the users."
  false_positives = "Answers are fetched beforehand, and old ones are good enough."
  remedy = "Set time limits, count failures, answer with something older or simpler, and rehearse a day without the partner."
}

/// Somebody of others who is paid for each one.
fn is_paid_for_each(n: node) = n.external
  and (n is EmailProvider or n is LanguageModel or n is TextMessageGateway)

/// It goes to somebody who is paid for each one, perhaps through a relay.
fn costs_money(f: flow) = is_paid_for_each(f.target)
  or f.target is Relay and exists g in onward(f) where (is_paid_for_each(g.target))

/// A program of ours that only others of ours ask hands it on to somebody who is paid for each one.
fn costs_behind(f: flow) = f.target is process
  and not f.target.external
  and not spoken_to(f.target)
  and exists g in f.target.outflows where (costs_money(g) and brings_on(f, g))

/// Each one may be worth money to somebody else: texts to numbers that earn with every message.
fn earns_others_money(f: flow) = f.target is TextMessageGateway
  or f.target is process
    and not f.target.external
    and exists g in f.target.outflows where (g.target is TextMessageGateway)
  or f.target is Queue
    and exists g in f.target.inflows.source.outflows where (g.target is TextMessageGateway)

/// Whoever asks need not have an account.
fn asked_by_anyone(p: process) = p is RecoversAccounts
  or accepts(p, NoAuthentication)
  or exists f in p.inflows where (by_visitor(f))

/// A program takes it out of the queue and sends it to somebody who is paid for each one.
fn costs_later(f: flow) = f.target is Queue
  and known(f.sends)
  and exists g in f.target.inflows
    where (g.source is process
      and known(g.receives)
      and exists h in g.source.outflows
        where (costs_money(h)
          and known(h.sends)
          and exists d in f.sends where (g.receives has d and h.sends has d)))

/// Attackers spend the owner's money: each request makes a paid service send a message, a mail or an answer.
threat PaidByTheRequest: Stride.DenialOfService "Strangers spend our money" {
  on p: process
  when not p.external and p is not Relay
  when not known(p.costs_limited) and p.controls has RateLimit or not p.costs_limited
  when spoken_to(p)
    and exists f in p.outflows where (costs_money(f) or costs_later(f) or costs_behind(f))
  when exists f in p.inflows where (exposed(f) and not only_by_staff(f))
  likelihood = if not asked_by_anyone(p) then Low
    else if exists f in p.outflows where (earns_others_money(f)) then High
    else Moderate
  impact = Moderate
  mitigated_by = [CostLimits, RateLimit, AccountLockout(strength = 20%), Alerting]
  references = ["CWE-799", "CAPEC-212", "T1496.003", "T1496.004", "API4:2023", "API6:2023"]
  message = "Requests to {p} make a paid service work, perhaps without a limit."
  detection = "Repeat the request that sends a mail or asks a model a thousand times, and ask who would notice on the bill and when."
  false_positives = "The number per account and day is limited, and so is the number of accounts."
  remedy = "Limit what each account and address can cause per day, set a budget at the provider, and raise an alarm at half of it. Send texts only to countries where there are customers."
  fix "Limit what callers can cause" { p.costs_limited = true }
}

/// It asks, and something comes back that may be long, from somebody who is not ours or is trusted less. What is to run later is large, and fetched to a disk.
fn hears_from_others(f: flow) = f.target is process
  and known(f.receives)
  and exists d in f.receives where (d is not Artefact)
  and (f.target.external
    or known(f.source.trust) and known(f.target.trust) and f.target.trust < f.source.trust)

/// Somebody waits for it who needs it in time.
fn is_waited_for(f: flow) = known(f.data)
  and exists d in f.data where (known(d.availability) and d.availability >= High)

/// What the program asks others for comes back without end: a body of gigabytes, a list that never stops, a packet a minute. It is read into memory until the program dies, with everybody's work in it.
threat UnboundedAnswers: Stride.DenialOfService "An answer too large to read" {
  on p: process
  when p is not PassesOn
  when not (p is FetchesUrls and given_from_outside(p))
  when not p.answers_limited
  when exists f in p.outflows where (hears_from_others(f))
  when exists f in p.inflows where (is_waited_for(f))
  likelihood = Low
  impact = Moderate
  mitigated_by = [
    AnswerLimits,
    CircuitBreaker(on = p.outflows, strength = 40%),
    Redundancy(strength = 30%),
    Sandbox(strength = 30%)
  ]
  references = ["CWE-770", "CWE-789", "CAPEC-130", "T1499.004", "API10:2023"]
  message = "{p} may read whatever others answer, however long it is."
  detection = "Let a stand-in answer with a body of many gigabytes, with a list that never ends, and with a byte every ten seconds; watch memory and the requests of everybody else."
  false_positives = "The client library that it uses limits size and time by default, and nobody has switched that off."
  remedy = "Limit the size and the time of every answer before reading it, and refuse what is longer."
  fix "Limit answers" { p.answers_limited = true }
}

/// The address that a caller named answers one byte a minute, or without end, and each such answer holds a worker until none is left.
threat EndlessAnswer: Stride.DenialOfService "Answers that never end" {
  on p: FetchesUrls
  when p is not ReadyMade or known(p.answers_limited)
  when not p.answers_limited
  when given_from_outside(p)
  likelihood = if open_to_strangers(p) then Moderate else Low
  impact = Moderate
  mitigated_by = [
    AnswerLimits,
    CircuitBreaker(on = p.outflows),
    RateLimit(strength = 40%),
    RateLimit(strength = 40%, on = p.inflows.source),
    UrlAllowList(strength = 60%)
  ]
  references = ["CWE-770", "CWE-1088", "CAPEC-227", "T1499.003", "API4:2023"]
  message = "{p} may wait without end for the addresses that its callers name."
  detection = "Name an address of your own that sends a byte every ten seconds, one that sends zeros for ever, and one that redirects to itself; watch the workers."
  false_positives = "Fetching runs apart from everything else, and nobody waits for it."
  remedy = "Set a limit for connecting, for the whole answer and for its size, count redirects, and let few fetches per caller run at once."
  fix "Limit answers" { p.answers_limited = true }
}
