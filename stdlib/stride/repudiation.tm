//! Repudiation: denying to have done something, with nobody able to prove otherwise.

/// Something that is sent has to be right, so that it matters whose word it is.
fn orders_something(f: flow) = known(f.sends)
  and exists d in f.sends where (known(d.integrity) and d.integrity >= Moderate)

/// What the person orders, straight.
fn orders_of(a: actor) = [f for f in a.outflows where (orders_something(f))]

/// The program of ours that is asked cannot tell whose word it is.
fn blameless(f: flow) = f.target is process
  and not known_person(f)
  and not f.target.external
  and f.target is not PassesOn
  and unattributable(f.target.authentication)

/// The person logs in to a machine of ours by a key of their own: what they do from there can be told.
fn logs_in(f: flow) = f.target is Workstation and known_person(f)

/// The same, also through one program that only hands on what people say.
fn blameless_in_one(f: flow) = blameless(f)
  or not logs_in(f) and exists g in onward(f) where (blameless(g))

/// The same, also through two of them.
fn blameless_in_two(f: flow) = blameless(f)
  or not logs_in(f) and exists g in onward(f) where (blameless_in_one(g))

/// The same, also through three of them.
fn blameless_in_three(f: flow) = blameless(f)
  or not logs_in(f) and exists g in onward(f) where (blameless_in_two(g))

/// The system knows this person only by something that many share, or not at all.
/// They can deny what they did, and others can do things that will be blamed on them. Asked where something that they send has to be right.
threat RepudiatedAction: Stride.Repudiation "This person can deny what they did" {
  on a: actor
  when a is not Visitor
  when exists f in orders_of(a) where (blameless_in_three(f))
  likelihood = Moderate
  impact = Moderate
  mitigated_by = [
    StrongAuthentication(on = a.outflows.target),
    StrongAuthentication(on = ways_out(a).target),
    StrongAuthentication(on = ahead(ways_out(a)).target),
    MessageSigning(on = a.outflows)
  ]
  references = ["CWE-223", "CAPEC-195", "T1078.001"]
  message = "Acts of {a} cannot be traced back to one person."
  detection = "Do something twice, as two people; find the two names in what the system recorded."
  false_positives = "All that this person can do is read what is public."
  remedy = "Give each person a login of their own and record it with each action."
}

/// One of them changes data in a store that has to be right. What proves identity is shown to a store, not changed there, unless somebody says what it would do if it were wrong.
fn writes_what_counts(flows: [flow]) = exists f in flows
  where (f.target is store
    and exists d in f.sends
      where (d.integrity >= Moderate and (d is not Credentials or known(d.integrity))))

/// The process changes data that matters on someone's word, and keeps no record of who asked for it that would stand up later.
/// Fraud, mistakes and break-ins cannot be told apart or undone.
threat MissingAuditTrail: Stride.Repudiation "Nobody can tell who changed what" {
  on p: process
  when p is not Workstation and not p.audit_log
  when p is not ClientApp or known(p.audit_log)
  when p is not Relay or known(p.audit_log) // what it hands on is done by the program behind it
  when asked_by_users(p) or known(p.audit_log) and exists f in p.inflows where (handed_once(f))
  when writes_what_counts(p.outflows) or p is not Relay and writes_what_counts(ways_out(p))
  likelihood = Moderate
  impact = Moderate
  mitigated_by = [AuditLog, Alerting]
  references = ["CWE-778", "A09:2021", "A09:2025"]
  message = "Important data is changed by {p} for people, perhaps without a trustworthy record."
  detection = "Change a record, then ask someone without access to the code to find out from the logs who did it, when, and what it was before."
  false_positives = "The store itself keeps every version together with the person who wrote it."
  remedy = "Record who, what, when and from where for each change, and send it at once to a place that the process cannot rewrite."
  fix "Actions are recorded" { p.audit_log = true }
}

/// Whoever writes into this audit trail can also rewrite it, so it proves nothing against them.
threat ForgedTrail: Stride.Repudiation "The audit trail can be rewritten" {
  on s: store
  when known(s.holds) and exists d in s.holds where (d is AuditTrail)
  when not s.append_only
  when count(s.inflows) >= 1
  likelihood = Low
  impact = High
  mitigated_by = [AppendOnlyStorage, LeastPrivilege]
  references = ["CWE-117", "CAPEC-268", "CAPEC-93", "T1070", "A09:2021", "A09:2025"]
  message = "The audit trail in {s} can be changed by its writers."
  detection = "With the credentials of a system that writes the trail, try to change and to delete yesterday's entries."
  false_positives = "Copies leave at once for a place that the writers cannot reach."
  remedy = "Let writers only add, keep copies elsewhere under other administrators, and sign or chain the entries."
  fix "Entries cannot be changed" { s.append_only = true }
}
