//! What happens when something goes wrong, and what was left as it came.

/// What is shown to callers when something fails tells them how the system is built: versions, paths, queries, sometimes keys.
threat TalkativeErrors: Stride.InformationDisclosure "Errors that explain the system" {
  on p: WebService
  when known(p.detailed_errors) and p.detailed_errors
  when spoken_to(p)
  likelihood = if open_to_strangers(p) then High else Moderate
  impact = Low
  mitigated_by = [GenericErrors, Waf(strength = 20%)]
  references = ["CWE-209", "CAPEC-54", "T1592", "A05:2021", "A10:2025"]
  message = "Callers of {p} are shown the details of errors."
  detection = "Send a wrong type, a broken body and a huge number to each entry point and read the answers."
  false_positives = "All callers are the people who build it."
  remedy = "Answer with a number, log the details under it, and switch debug modes off by configuration that a test checks."
  fix "Answer shortly" { p.detailed_errors = false }
}

/// A service of ours that strangers reach, about which nobody has said what it tells them.
fn may_tell(p: process) = p is WebService
  and p is not ReadyMade
  and not p.external
  and open_to_strangers(p)
  and (not known(p.detailed_errors) or not known(p.diagnostics_open))

/// Stack traces, debug modes, state pages and profiles are made for those who build the system. Forgotten in production, they tell strangers how it is built, what it holds in memory and where it is weak.
threat InsidesShown: Stride.InformationDisclosure "Errors and debug pages show the inside" {
  on m: model
  when not m.insides_hidden
  when exists p: process where (may_tell(p))
  likelihood = Moderate
  impact = Low
  mitigated_by = [HiddenInsides]
  references = [
    "CWE-209",
    "CWE-489",
    "CAPEC-54",
    "T1592",
    "A05:2021",
    "A02:2025",
    "A10:2025",
    "API8:2023"
  ]
  message = "What strangers reach of {m} may show them its inside when it fails or is asked."
  detection = "From outside, send what cannot be handled to each entry point, also to the login, and ask for the usual paths of metrics, health, profiles and debug pages."
  false_positives = "A front answers all errors itself and passes on only listed paths."
  remedy = "Answer errors with a number, serve metrics and profiles at another port that asks who is calling, and let a test of the shipped configuration fail when a debug mode is on."
  fix "Hide the inside" { m.insides_hidden = true }
}

/// A profile shows what is in memory, metrics who does what and when, and some debug pages take orders: change the level of logs, start a costly measurement, stop the program. Many are on by default and answer whoever can connect.
threat OpenDiagnostics: Stride.InformationDisclosure "Debug pages for everyone" {
  on p: process
  when known(p.diagnostics_open) and p.diagnostics_open
  when count(p.neighbours) >= 1
  likelihood = if open_to_strangers(p) then High else Moderate
  impact = Moderate
  mitigated_by = [
    ClosedDiagnostics,
    NetworkSegmentation(strength = 60%),
    StrongAuthentication(strength = 60%),
    HardenedBaseline,
    RateLimit(strength = 20%)
  ]
  references = ["CWE-497", "CWE-489", "CAPEC-116", "T1592", "A05:2021", "A02:2025", "API8:2023"]
  message = "Metrics, profiles or debug pages of {p} answer whoever can connect."
  detection = "From a machine that has no business with it, ask each port for the usual paths of metrics, profiles, health and debug pages, and for a profile that takes a minute."
  false_positives = "Only metrics are there, they name nobody, and asking for them costs nothing."
  remedy = "Switch profiles off in production; serve what is left at a port of its own that only the watching system can reach, and ask who is calling."
  fix "Close them" { p.diagnostics_open = false }
}

/// When the service that knows who may do what is slow or down, everyone may. An attacker has only to make it slow.
threat FailsOpen: Stride.ElevationOfPrivilege "When in doubt, everyone may" {
  on p: process
  when known(p.fails_open) and p.fails_open
  when spoken_to(p)
  likelihood = Low
  impact = High
  mitigated_by = [
    RefusesInDoubt,
    Alerting(strength = 20%),
    Redundancy(on = p.outflows.target, strength = 40%)
  ]
  references = ["CWE-636", "CAPEC-554", "T1499", "A10:2025"]
  message = "When a check cannot be made, {p} may let callers through."
  detection = "Cut, slow down and break each system that takes part in a decision, and call what should then be refused."
  false_positives = "What is let through is public, and only counted or shaped by the check."
  remedy = "Refuse when a check cannot be made; make the checking system as available as what it guards."
  fix "Refuse when in doubt" { p.fails_open = false }
}

/// The manual says how to get in, and programs try it everywhere, all day.
threat DefaultCredentials: Stride.Spoofing "The password in the manual" {
  on x: process + store
  when x.default_credentials
  when known(x.default_credentials)
    or x is ReadyMade and (accepts(x, Password) or accepts(x, BasicAuth))
  when count(x.inflows) >= 1
  likelihood = if exists f in x.inflows where (from_untrusted(f)) then VeryHigh else Moderate
  impact = High
  mitigated_by = [
    FirstPasswordsChanged,
    NetworkSegmentation(strength = 50%),
    MultiFactor(strength = 70%),
    HardenedBaseline(strength = 80%)
  ]
  references = ["CWE-1392", "CAPEC-70", "T1078.001", "A05:2021", "A02:2025"]
  message = "The credentials that {x} came with may still open the door."
  detection = "Look up the product's first password and key, and try them at each entry."
  false_positives = "The credentials are printed on the one device that they open."
  remedy = "Change them before the first start, and let the start fail until it is done."
  fix "Change them" { x.default_credentials = false }
}

/// Holes in libraries, frameworks and servers become known every week, and programs search the internet for those who have not closed them.
threat UnwatchedComponents: Stride.ElevationOfPrivilege "Known holes stay open" {
  on m: model
  when not m.components_watched
  when exists p: process where (not p.external and p is not ClientApp and open_to_strangers(p))
  likelihood = Moderate
  impact = High
  mitigated_by = [ComponentWatch]
  references = ["CWE-1395", "CAPEC-310", "T1190", "T1595.002", "A06:2021", "A03:2025"]
  message = "Nobody hears of new holes in what {m} is made of."
  detection = "Take a hole that was in the news last month and ask who knew in which systems it was, when, and when it was closed."
  false_positives = "Everything that strangers can reach is run and kept up by someone else, under contract."
  remedy = "Keep a list of parts for each program, compare it with published holes every day, and agree on days to close them."
  fix "Watch them" { m.components_watched = true }
}

/// An old version, a test host or an interface that nobody remembers still answers, with last year's holes and real data.
threat ForgottenInterfaces: Stride.ElevationOfPrivilege "Interfaces that nobody remembers" {
  on m: model
  when known(m.interfaces_listed) and not m.interfaces_listed
  when exists p: process where (not p.external and p is not ClientApp and open_to_strangers(p))
  likelihood = Moderate
  impact = Moderate
  mitigated_by = [InterfaceList]
  references = ["CAPEC-121", "CWE-425", "T1190", "T1595", "API9:2023"]
  message = "Nobody has a list of all that answers for {m}."
  detection = "Compare the names in certificates and DNS, and the paths in a day of access logs, with what the team says there is."
  false_positives = "Everything answers behind one gateway that refuses what it does not know."
  remedy = "Let the gateway serve only described interfaces, give each version an end, and search from outside every month."
  fix "Keep a list" { m.interfaces_listed = true }
}

/// What would show an attack is written down, and nobody looks before a customer calls.
threat UnreadLogs: Stride.Repudiation "Logs that nobody reads" {
  on s: LogStore
  when not s.alarms and not (s.controls has Alerting)
  when count(s.inflows) >= 1
  likelihood = Low
  impact = Moderate
  mitigated_by = [LogAlarms, Alerting(strength = 85%)]
  references = ["CWE-778", "T1562", "A09:2021", "A09:2025"]
  message = "Nobody is told when the entries of {s} look wrong."
  detection = "Fail a hundred logins and read a thousand records with a test account, and wait for the call."
  false_positives = "Another system reads the same entries and raises the alarm."
  remedy = "Write down which five things must wake somebody, make them happen once a month, and see who calls."
  fix "Raise alarms" { s.alarms = true }
}

/// What was strong when it was chosen is broken years later and still accepted: SHA-1 in signatures of events, TLS 1.0, short keys. Whoever can listen or answer picks the weakest that both ends take.
threat OldAlgorithms: Stride.Tampering "Old algorithms are still accepted" {
  on m: model
  when not m.algorithms_current
  when exists f: flow
    where (known(f.encrypted) and f.encrypted and exposed(f) and not f.target.external)
  likelihood = Low
  impact = High
  mitigated_by = [AlgorithmList]
  references = ["CWE-327", "CWE-326", "CAPEC-620", "T1600", "A02:2021", "A04:2025"]
  message = "Parts of {m} may accept algorithms, keys or versions that are no longer strong."
  detection = "Offer each entry point the oldest versions and weakest suites; list what signs, hashes and encrypts at rest with the algorithm, and look up each name."
  false_positives = "All encryption is done by a platform that drops old algorithms by itself."
  remedy = "Keep one list of what is allowed, let a scan of the entry points and a rule for the code refuse the rest, and renew it once a year."
  fix "Keep a list" { m.algorithms_current = true }
}
