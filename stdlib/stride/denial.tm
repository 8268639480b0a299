//! Denial of service: keeping others from using what they need.

/// A relay of ours that others come to.
fn by_our_front(f: flow) = f.source is Relay
  and not f.source.external
  and count(f.source.inflows) >= 1

/// Behind the relay stands a program of ours, which does the work: what is said of the two is said there, once.
fn only_a_door(p: process) = p is Relay
  and exists f in p.outflows where (f.target is process and not f.target.external)

/// What limits load is in place, and nobody has said whether it is enough: the threat stays, with its risk.
fn counts_requests(n: node) = n is process
  and (n.controls has RateLimit or n.controls has DdosProtection or n.controls has AutoScaling)

/// The relay, or the one in front of it, gives each caller a share.
fn front_limits(r: process) = r.load_limited
  or exists g in r.inflows
    where (g.source is Relay and known(g.source.load_limited) and g.source.load_limited)

/// Strangers reach it, as the model says.
fn strangers_come(p: process) = open_to_strangers(p)
  or known(p.internet_facing) and p.internet_facing

/// Whoever comes this way cannot keep the program busy. Asked once it is known that strangers come; where a relay of ours stands in front, the question is for the relay, once for all that stands behind it.
fn held_back(p: process, f: flow) = known(p.load_limited) and p.load_limited
  or known(strangers_come(p))
    and strangers_come(p)
    and not counts_requests(p)
    and not counts_requests(f.source)
    and (f.source is Relay and by_our_front(f) and front_limits(f.source)
      or not by_our_front(f) and p.load_limited)

/// Nobody misses what it carries if it comes late.
fn can_wait(f: flow) = known(f.data)
  and count(f.data) >= 1
  and all d in f.data where (known(d.availability) and d.availability <= Low)

/// What is said about how badly something that callers ask for is needed in time.
fn times(p: process) = [
  max([d.availability for d in f.data where (known(d.availability))])
  for f in p.inflows
  where (exposed(f) and known(f.data) and exists d in f.data where (known(d.availability)))
]

/// As bad as the worst that is known of it.
fn needed_in_time(p: process) = if count(times(p)) >= 1 then max(times(p)) else Moderate

/// Anyone on the internet can send requests to the process: many of them, or few that cost much to answer.
/// Those it is meant for have to wait or get nothing.
threat DenialOfService: Stride.DenialOfService "The process can be kept busy by strangers" {
  on p: process
  when p is not ClientApp and p is not Workstation and not only_a_door(p)
  when open_to_strangers(p)
    or (known(p.internet_facing) or not known(p.trust)) and p.internet_facing
  when exists f in p.inflows where (exposed(f) and not can_wait(f) and not held_back(p, f))
  likelihood = High
  impact = needed_in_time(p)
  mitigated_by = [
    FairShares,
    RateLimit,
    RateLimit(on = p.inflows.source),
    DdosProtection,
    DdosProtection(on = p.inflows.source),
    AutoScaling,
    Waf(strength = 20%)
  ]
  references = ["CWE-770", "CAPEC-125", "CAPEC-469", "T1498", "T1499", "API4:2023"]
  message = "{p} may be kept busy by strangers."
  detection = "Find the dearest request that needs no login; run it at ten times the usual rate against a test system and watch the others."
  false_positives = "Only requests that a limited front has already let through reach the process."
  remedy = "Give each caller a share at the front, refuse early and cheaply, make dear work need a login, and keep some capacity for those who have one."
  fix "Limit what one caller can cause" { p.load_limited = true }
}

/// It hurts when it is gone for good: what is said of how badly it is needed counts, else that it has to be right.
fn missed(d: data) = known(d.availability) and d.availability >= Moderate
  or not known(d.availability) and d.integrity >= Moderate

/// It is asked whether there are copies. What was built is built again, messages wait for minutes and traces are of yesterday, and whether these can be removed is asked elsewhere: of these it is asked where somebody says how badly they are needed.
fn worth_copies(s: store, d: data) = known(d.availability)
  or d is not Artefact and (s is not Queue or s is EventStream) and s is not KeepsTraces

/// Data that others need, or that cannot be made again, is lost for good when the store, its machine or its account is lost, or someone encrypts it for ransom.
threat DataLoss: Stride.DenialOfService "Data lost for good" {
  on s: store
  when not s.backups and holds_originals(s)
  when known(s.backups) or known(s.holds) or s is not Queue or s is EventStream
  when exists d in s.holds where (missed(d) and (known(s.backups) or worth_copies(s, d)))
  likelihood = Low
  impact = High
  mitigated_by = [Backups, Redundancy(strength = 30%), AppendOnlyStorage]
  references = ["T1485", "T1486", "T1490"]
  message = "There may be no rehearsed way to get back data of {s} that matters."
  detection = "Ask for the date of the last restore that was tried, how long it took, and who can delete the copies."
  false_positives = "Everything in the store can be made again from another source in the time that users can wait."
  remedy = "Copy the data to a place that the store's own administrators cannot delete from, and restore it every quarter."
  fix "Back the store up" { s.backups = true }
}

/// Both ends stand in one place of ours, or each in one: what is between them is ours as well.
fn between_ours(f: flow) = f.source.trust >= Trusted and f.target.trust >= Trusted
  or exists b in f.source.boundaries
    where (f.target.boundaries has b and known(b.trust) and b.trust >= Trusted)

/// Another rule says it of one end: strangers who flood the program that they all ask, and a program of others that fails ours.
fn said_of_an_end(f: flow) = f.target is process and (from_untrusted(f) or f.target.external)

/// The two ends need each other at once, and what is between them belongs to neither: it can fail, be cut or be flooded.
/// Said of the ways between places, such as two sites. What anyone on the internet asks for is told once, of the program that they ask.
threat FlowInterruption: Stride.DenialOfService "The connection is cut" {
  on f: flow
  when f.crosses_boundary
    and known(f.data)
    and exists d in f.data where (known(d.availability) and d.availability >= High)
  when not in_hand(f) and not on_one_machine(f) and f.source.trust != f.target.trust
  when not between_ours(f) and not said_of_an_end(f)
  likelihood = if only_by_staff(f) then Low else Moderate
  impact = max([d.availability for d in f.data where known(d.availability)])
  mitigated_by = [RedundantPath, CircuitBreaker, DdosProtection(on = f.target)]
  references = ["CAPEC-607", "T1498"]
  message = "The connection between {f.source} and {f.target}, needed in time, can be cut."
  detection = "Block the connection in a test system for an hour and see what users see, and what has to be mended by hand afterwards."
  false_positives = "The source works on for as long as an interruption lasts, and catches up by itself."
  remedy = "Let the source work on without an answer, keep a second way that fails for other reasons, and set time limits."
}
