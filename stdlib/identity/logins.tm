//! Logins, second factors, passkeys and sessions.
use std.web

/// Codes by text message follow the number. A talk with the phone company, or a hole in its network, and they arrive somewhere else.
threat InterceptedTextCode: Stride.Spoofing "Codes by text message arrive elsewhere" {
  on p: process
  when known(p.second_factor) and p.second_factor == SmsCode
  when spoken_to(p)
  likelihood = if by_administrators(p.inflows) then Moderate else Low
  impact = stakes(p)
  mitigated_by = [SecurityKeys, PhishingResistantFactor, Alerting(strength = 20%)]
  references = ["CWE-1390", "CAPEC-94", "T1111", "T1451"]
  message = "Logins at {p} rest on codes that are sent to a phone number."
  detection = "Ask the phone company's desk for a new card for a test number with what is known about its owner; log in with the code that arrives there."
  false_positives = "The code only confirms a number and lets nobody in."
  remedy = "Offer passkeys or security keys, and take the number away from those who have one."
  fix "Use keys" { p.second_factor = SecurityKey }
}

/// Who knows the password asks again and again, at night, until the owner taps yes to have it quiet.
threat PushFatigue: Stride.Spoofing "People tap yes to be left alone" {
  on p: process
  when known(p.second_factor) and p.second_factor == PushApproval
  when spoken_to(p)
  likelihood = Moderate
  impact = stakes(p)
  mitigated_by = [
    SecurityKeys,
    PhishingResistantFactor,
    RateLimit(strength = 50%),
    Alerting(strength = 40%)
  ]
  references = ["CWE-308", "CAPEC-416", "T1621"]
  message = "Whoever knows a password can have {p} ask its owner to tap yes, again and again."
  detection = "With a test password, ask for twenty approvals within five minutes; see what stops it and who is told."
  false_positives = "The message can be answered only after a number from the login page was typed in."
  remedy = "Use passkeys or security keys; until then, let people type a number that the login page shows, and stop after a few refusals."
  fix "Use keys" { p.second_factor = SecurityKey }
}

/// A page in between shows the real login, and hands on the password, the code, and the session that comes back.
threat RelayedFactor: Stride.Spoofing "Codes typed into the wrong page" {
  on p: process
  when known(p.second_factor) and p.second_factor in [AppCode, NumberMatching]
  when exists f in p.inflows where (from_untrusted(f))
  likelihood = Low
  impact = stakes(p)
  mitigated_by = [
    SecurityKeys,
    PhishingResistantFactor,
    StepUp(strength = 30%),
    Alerting(strength = 30%)
  ]
  references = ["CWE-308", "CAPEC-94", "T1557", "T1111"]
  message = "The second factor of {p} works for a page that only looks like it."
  detection = "Put a relaying proxy under another name in front of a test login and use the session that it catches."
  false_positives = "Logins work only from devices that the organisation manages and recognises."
  remedy = "Use a factor that is bound to the site's name: passkeys, security keys or certificates."
  fix "Use keys" { p.second_factor = SecurityKey }
}

/// Who has only the password enrols a second factor of his own, and from then on is the one who can prove it.
threat EnrolledByAThief: Stride.Spoofing "The thief enrols his own factor" {
  on p: AuthenticatesPeople
  when known(p.second_factor) and p.second_factor != NoSecondFactor
  when not p.enrolment_guarded
  when p is not ReadyMade or known(p.enrolment_guarded)
  when spoken_to(p)
  likelihood = Low
  impact = stakes(p)
  mitigated_by = [GuardedEnrolment, Alerting(strength = 30%)]
  references = ["CWE-288", "CAPEC-115", "T1098.005", "T1556.006"]
  message = "A new factor at {p} may need no more than the password."
  detection = "As a user with a factor, add another one, and replace the first, with nothing but a session; do it for a user who never enrolled."
  false_positives = "Factors are handed out and registered by a person who knows the owner."
  remedy = "Ask for an enrolled factor before a new one is added, tell the owner over another way, and wait before it counts for what matters."
  fix "Guard enrolment" { p.enrolment_guarded = true }
}

/// The answer is not compared with the site's own name, or a challenge works twice: what makes passkeys safe from phishing is given away.
threat UncheckedPasskeyOrigin: Stride.Spoofing "Passkey answers from another site" {
  on p: PasskeyServer
  when not p.origin_checked
  when p is not ReadyMade or known(p.origin_checked)
  when spoken_to(p)
  likelihood = Low
  impact = stakes(p)
  mitigated_by = [
    CheckedOrigins,
    PhishingResistantFactor(strength = 20%),
    CodeReview(strength = 30%),
    DependencyScanning(strength = 30%)
  ]
  references = ["CWE-346", "CWE-294", "CAPEC-94", "T1557"]
  message = "{p} may believe an answer that was given to another site."
  detection = "Replay a recorded answer, one with another origin in it, and one whose flag says that the user was not verified."
  false_positives = "A certified library or the identity provider does the checking."
  remedy = "Leave the checks of origin, challenge, site id and user verification to a maintained library."
  fix "Check the origin" { p.origin_checked = true }
}

/// A wrong name and a wrong password are answered differently. Strangers make a list of who has an account, which is a secret itself for some services and a start for trying passwords.
threat AccountsRevealed: Stride.InformationDisclosure "Strangers learn who has an account" {
  on p: AuthenticatesPeople
  when p.reveals_accounts
  when p is not ReadyMade or known(p.reveals_accounts)
  when exists f in p.inflows where (exposed(f) and not only_by_staff(f))
  likelihood = if open_to_strangers(p) then High else Moderate
  impact = Low
  mitigated_by = [NothingRevealed, EqualAnswers, RateLimit(strength = 50%)]
  references = ["CWE-204", "CWE-208", "CAPEC-575", "T1589.002", "A07:2021", "A07:2025"]
  message = "The answers of {p} tell who has an account."
  detection = "Compare text, status, length and time of the answers for a known and an unknown address at login, registration and recovery."
  false_positives = "The names of all account holders are public anyway."
  remedy = "Answer alike in all three places, do the same work in both cases, and send the difference by mail."
  fix "Answer alike" { p.reveals_accounts = false }
}

/// Whoever copies the list of verifiers finds most of the passwords in hours, and tries them everywhere else.
threat CrackedPasswords: Stride.InformationDisclosure "Passwords that can be found again" {
  on s: store
  each d in s.holds
  when known(s.holds)
  when d is PasswordVerifier and d.hashing in [PlainText, Reversible, FastHash]
  likelihood = Low
  impact = if exists f in s.inflows where (from_untrusted(f)) then VeryHigh else High
  mitigated_by = [SlowHashes(on = d), FieldEncryption(strength = 50%)]
  references = ["CWE-916", "CWE-257", "CAPEC-55", "T1110.002", "A02:2021", "A04:2025"]
  message = "Passwords can be found again from {d} in {s}."
  detection = "Run a cracking tool over the verifiers of test users with common passwords and note the time."
  false_positives = "What is kept belongs to machines: random, long, and used nowhere else."
  remedy = "Keep salted hashes by Argon2id, scrypt or bcrypt; wrap the old ones at once and replace them at the next login."
  fix "Hash slowly" { d.hashing = SlowHash }
}

/// The user logs out, changes the password or leaves the organisation, and a copied session goes on.
threat SessionThatCannotEnd: Stride.Spoofing "Sessions that nobody can end" {
  on p: KeepsSessions
  when not p.revocable
  when known(p.revocable) or p is not ReadyMade and handles_weighty(p)
  when asked_by_users(p)
  likelihood = Low
  impact = stakes(p)
  mitigated_by = [SessionRevocation, SessionProtection(strength = 30%)]
  references = ["CWE-613", "CAPEC-60", "T1550.004", "T1539", "A07:2021", "A07:2025"]
  message = "Sessions of {p} may go on until they end by themselves."
  detection = "Copy a session to another browser; log out, change the password and disable the account in the first; use the second each time."
  false_positives = "Sessions last minutes."
  remedy = "Keep sessions, or a list of ended ones, on the server, and end them when the password, the factors or the person's state change."
  fix "Sessions can be ended" { p.revocable = true }
}

/// Every host of the domain gets the login's cookie, and may set it: the forgotten blog, the campaign page of an agency, the host of a customer.
threat CookieForEveryHost: Stride.Spoofing "A login cookie for every host of the domain" {
  on p: KeepsSessions
  when known(p.cookie_for_all_hosts) and p.cookie_for_all_hosts
  when asked_by_users(p)
  likelihood = Low
  impact = stakes(p)
  mitigated_by = [HostOnlyCookies, SessionProtection(strength = 40%)]
  references = ["CWE-565", "CAPEC-31", "T1539"]
  message = "The cookie of {p} goes to all hosts of the domain."
  detection = "List the hosts of the domain and who runs each; read the cookie in the log of the least important one."
  false_positives = "All hosts of the domain are run by one team, with one standard."
  remedy = "Leave the domain out of the cookie and begin its name with `__Host-`."
  fix "One host" { p.cookie_for_all_hosts = false }
}

/// Whoever sits down at an open session, or steals one, does at once what matters most: pays, changes the address, adds an administrator.
threat OldLoginForGreatActs: Stride.ElevationOfPrivilege "Great acts on an old login" {
  on p: KeepsSessions
  when not p.step_up
  when p is not ReadyMade or known(p.step_up)
  when exists f in p.inflows
    where (from_user(f)
      and known(f.sends)
      and (known(p.step_up) or not by_visitor(f))
      and exists d in f.sends
        where (known(d.integrity)
          and d.integrity >= High
          and (known(p.step_up) or d is not Credentials)))
  likelihood = Low
  impact = High
  mitigated_by = [StepUp, MultiFactor(strength = 30%), Alerting(strength = 20%)]
  references = ["CWE-306", "CAPEC-593", "T1185", "T1539", "MASVS-AUTH-3"]
  message = "At {p}, an old session is enough for what matters most."
  detection = "With a session of yesterday, change the e-mail address, the password and the bank account, and add an administrator."
  false_positives = "Each such act is confirmed over another way before it counts."
  remedy = "Ask for the passkey or the second factor again, bound to what is about to be done."
  fix "Ask again" { p.step_up = true }
}

/// Staff see and do what users can, nobody sees it, and what was done stands in the user's name.
threat InvisibleSupport: Stride.Repudiation "Staff act in a user's name unseen" {
  on p: ActsAsUser
  when not p.visible
  when by_staff(p.inflows)
  likelihood = Moderate
  impact = Moderate
  mitigated_by = [VisibleSupportAccess, AuditLog(strength = 70%), Alerting(strength = 20%)]
  references = ["CWE-778", "CAPEC-195", "T1656"]
  message = "What staff do as a user through {p} looks as if the user had done it."
  detection = "As staff, change something as a test user; then ask someone without access to the code who it was, and look at what the user sees."
  false_positives = "Staff can only look, at things that every employee may see."
  remedy = "Record the person behind each act, ask for a reason, end it after an hour, and show it to the user."
  fix "Make it visible" { p.visible = true }
}
