//! Identity: logins, sessions, and what each user may touch.

/// Something stands against guessing, and nobody has said whether it is enough: the threat stays, with its risk.
fn slows_guesses(p: process) = p.controls has AccountLockout
  or p.controls has RateLimit
  or p.controls has MultiFactor
  or p.controls has PhishingResistantFactor

/// A program of ours asks in a place of ours, and speaks for nobody else: it knows its password.
fn program_beside(f: flow) = f.source is process
  and not f.source.external
  and f.source is not LeadsOn
  and f.source is not RunsGivenCode
  and known(f.source.trust)
  and known(f.target.trust)
  and between_ours(f)

/// Programs try passwords from leaks, or all likely ones, until one opens an account.
threat BruteForce: Stride.Spoofing "Passwords are tried until one fits" {
  on p: process
  when accepts(p, Password) or accepts(p, BasicAuth)
  when not known(p.guesses_limited) and slows_guesses(p) or not p.guesses_limited
  when exists f in p.inflows
    where (exposed(f) and (known(p.guesses_limited) or not program_beside(f)))
  likelihood = if asks_twice(p.second_factor) then Low
    else if open_to_strangers(p) then High
    else Moderate
  impact = Moderate
  mitigated_by = [
    GuessLimits,
    AccountLockout,
    MultiFactor,
    PhishingResistantFactor,
    RateLimit(strength = 50%),
    PasswordPolicy
  ]
  references = [
    "CWE-307",
    "CWE-521",
    "CAPEC-49",
    "CAPEC-600",
    "T1110",
    "A07:2021",
    "A07:2025",
    "API2:2023"
  ]
  message = "Anyone may try passwords at {p}, perhaps as often as they like."
  detection = "Try a hundred wrong passwords for one account, then one password for a hundred accounts, from several addresses; then the right one."
  false_positives = "The process is reached only from places where nobody can run programs."
  remedy = "Slow down by account and by address, refuse passwords known from leaks, and ask for a second factor."
  fix "Limit guesses" { p.guesses_limited = true }
}

/// The attacker plants a session id in the victim's browser; the victim logs in, and the attacker has a session that is logged in.
threat SessionFixation: Stride.Spoofing "A session chosen by someone else" {
  on p: WebService
  when p is not ReadyMade
  when not known(p.session_renewed) and p.controls has SessionProtection or not p.session_renewed
  when accepts(p, SessionCookie)
  when spoken_to(p)
  likelihood = Low
  impact = Moderate
  mitigated_by = [FreshSessions, SessionProtection]
  references = ["CWE-384", "CWE-614", "CAPEC-61", "T1539", "T1550.004", "A07:2021", "A07:2025"]
  message = "{p} may take a session that somebody else chose."
  detection = "Note the session id before login and after: it must differ. Try an id of your own making, and one in the address."
  false_positives = "The framework makes a new id at each login and accepts only ids that it made."
  remedy = "Make a new session id at each login and accept only ids that the server made, from cookies."
  fix "Sessions are renewed" { p.session_renewed = true }
}

/// A login that is good for weeks turns every lost device and copied cookie into a way in.
threat EndlessSession: Stride.Spoofing "Logins that stay open for weeks" {
  on p: process
  when p is not PassesOn
  when known(p.session_lifetime) and p.session_lifetime > 14d
  when asked_by_users(p)
  likelihood = Low
  impact = Moderate
  mitigated_by = [SessionProtection(strength = 40%), MultiFactor(strength = 30%)]
  references = ["CWE-613", "CAPEC-60", "T1550.004", "A07:2021", "A07:2025"]
  message = "A login at {p} is good for {p.session_lifetime}."
  detection = "Copy a session to another browser, log out in the first, wait, and use the second."
  false_positives = "Anything that matters asks for a fresh proof of identity."
  remedy = "End sessions after hours without use and after some days in any case; ask again for what matters."
}

/// Getting back in is easier than getting in: a question whose answer is on a social network, a link that never expires, a talk with the help desk.
threat WeakRecovery: Stride.Spoofing "The way back in is the way in" {
  on p: RecoversAccounts
  when not p.recovery_guarded
  when spoken_to(p)
  likelihood = Moderate
  impact = High
  mitigated_by = [GuardedRecovery, MultiFactor, RateLimit(strength = 30%), Alerting(strength = 30%)]
  references = ["CWE-640", "CAPEC-50", "T1078", "A07:2021", "A07:2025", "API2:2023"]
  message = "{p} may give accounts to whoever says that they forgot the password."
  detection = "Recover a test account with only what a colleague knows about its owner; use a link twice, late, and for another account."
  false_positives = "Recovery needs a second factor that was enrolled before."
  remedy = "Send a link that works once and for minutes, build it from a fixed host name, ask for an enrolled factor, and tell the owner."
  fix "The way back is guarded" { p.recovery_guarded = true }
}

/// A service in front hands on what a user asked it.
fn handed_by_front(f: flow) = f.source is WebService
  and not f.source.external
  and exists g in f.source.inflows where (from_user(g) and brings_on(g, f))

/// It keeps things of people that are asked for one by one.
fn keeps_objects(s: node) = s is store
  and s is not Queue
  and s is not LogStore
  and s is not SecretStore

/// An id in the request names someone else's order, letter or account, and the service hands it over because the caller is logged in.
threat BrokenObjectAccess: Stride.ElevationOfPrivilege "Other people's objects by changing an id" {
  on p: process
  when (p is WebService or p is Function) and p is not ReadyMade
  when p is not IdentityProvider or known(p.ownership_checks)
  when not p.ownership_checks
  when known(p.ownership_checks) or p is not AdminPanel and not serves_anyone(p) // all of it is theirs, or everybody's
  when exists s in stores_used(p) where (keeps_objects(s))
    or exists s in stores_used_behind(p) where (keeps_objects(s))
  when exists f in p.inflows where (from_user(f) or handed_by_front(f))
    or exists f in ways_in(p) where (handed_by_front(f))
  likelihood = if open_to_strangers(p)
        or exists f in p.inflows where (f.source is HandsOn and open_to_strangers(f.source))
      then High
    else Moderate
  impact = High
  mitigated_by = [OwnershipChecks, TenantIsolation(strength = 60%), Alerting(strength = 20%)]
  references = ["CWE-639", "CWE-566", "CAPEC-1", "T1213", "A01:2021", "A01:2025", "API1:2023"]
  message = "People may get objects from {p} that are not theirs."
  detection = "As one user, note the ids in every request; repeat the requests with the ids of another user, for reading, changing and deleting."
  false_positives = "There is one set of data that all callers may see and change."
  remedy = "Look each object up by its id and its owner together, in one place that no query can go around."
  fix "Objects are checked" { p.ownership_checks = true }
}

/// One of those who run the system opens it, or a program in their hands does.
fn by_hand_of_administrator(f: flow) = f.source is Administrator
  or (f.source is ClientApp or f.source is Workstation) and by_administrators(f)

/// Those who can change everything come in by the same door as everyone, straight from the internet.
threat ExposedAdministration: Stride.ElevationOfPrivilege "Administration from anywhere" {
  on f: flow
  when by_hand_of_administrator(f)
  when from_untrusted(f) and not proven(f)
  likelihood = if asks_for_two(f) then Low else Moderate
  impact = VeryHigh
  mitigated_by = [
    AdministrationGateway(on = f.target),
    MutualTls,
    Vpn,
    MultiFactor(strength = 70%, on = [f.source, f.target]),
    MultiFactor(strength = 70%, on = ahead(f).target),
    MultiFactor(strength = 70%, on = ahead(ahead(f)).target),
    PhishingResistantFactor(strength = 80%, on = [f.source, f.target]),
    PhishingResistantFactor(strength = 80%, on = ahead(f).target),
    PhishingResistantFactor(strength = 80%, on = ahead(ahead(f)).target)
  ]
  references = ["CWE-749", "CAPEC-555", "T1078", "T1133", "A05:2021", "A02:2025", "API5:2023"]
  message = "{f.target} can be administered from the open internet, as by {f.source}."
  detection = "Open the administration pages from a mobile network, without any tunnel."
  false_positives = "What the administrators do over this flow is what every user may do."
  remedy = "Let administrators come through an entry point of their own, with a strong factor and a record."
}
