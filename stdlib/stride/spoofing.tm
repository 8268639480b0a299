//! Spoofing: pretending to be someone or something else.

/// The one who is asked takes a proof that can be talked out of people or guessed. Where it takes none, or a fixed key, `WeakAuthentication` says so of the program. How programs of others know people is not ours to answer.
fn takes_copies(f: flow) = f.target is process
  and not known_person(f)
  and not f.target.external
  and f.target is not PassesOn
  and guessable(f.target)

/// The same, also through one program that only hands on what people say.
fn copies_in_one(f: flow) = takes_copies(f) or exists g in onward(f) where (takes_copies(g))

/// The same, also through two of them.
fn copies_in_two(f: flow) = takes_copies(f) or exists g in onward(f) where (copies_in_one(g))

/// The same, also through three of them.
fn copies_in_three(f: flow) = takes_copies(f) or exists g in onward(f) where (copies_in_two(g))

/// Whoever has copied, guessed or talked someone out of a password can act as this person.
/// Nothing in the conversation tells the two apart.
threat ImpersonatedUser: Stride.Spoofing "Someone acts in this person's name" {
  on a: actor
  when a is not Visitor
  when exists f in a.outflows where (copies_in_three(f))
  likelihood = if all f in a.outflows where (f.target is not process or asks_for_two(f)) then Low
    else if a.trust == Untrusted then High
    else Moderate
  impact = Moderate
  mitigated_by = [
    PhishingResistantFactor,
    PhishingResistantFactor(on = a.outflows.target),
    MultiFactor,
    MultiFactor(on = a.outflows.target),
    MultiFactor(on = ways_out(a).target),
    MultiFactor(on = ahead(ways_out(a)).target),
    MultiFactor(on = ahead(ahead(ways_out(a))).target)
  ]
  references = ["CWE-308", "CAPEC-151", "CAPEC-98", "T1078", "T1566", "A07:2021", "A07:2025"]
  message = "{a} may be known only by a password, which can be guessed or talked out of people."
  detection = "Log in as a test user from a device never used before, knowing only what a phishing page could have asked for. If that is enough, so is it for a thief."
  false_positives = "The system shows the same public pages to everyone, so that there is nobody to impersonate."
  remedy = "Offer passkeys or another factor that cannot be copied, and ask for it at least where something matters."
}

/// What it carries is no more secret than this, and what is sent has to be no more right.
fn at_most(f: flow, level: Level) = known(f.data)
  and count(f.data) >= 1
  and all d in f.data where (known(d.confidentiality) and d.confidentiality <= level)
  and all d in f.sends where (known(d.integrity) and d.integrity <= level)

/// Nothing that it carries matters much.
fn little_at_stake(f: flow) = at_most(f, Low)

/// Everything it carries is for the public, and nothing in it has to be right: there is nothing to prove.
fn for_the_public(f: flow) = little_at_stake(f) and at_most(f, VeryLow)

/// Whoever asks this way should have to prove who they are.
fn wants_proof(f: flow) = exposed(f)
  and not proven(f)
  and f is not SignedLink
  and not by_visitor(f)
  and not for_the_public(f)

/// Something hangs on who asks, and between the two there is a network, or a program is asked: a store on the machine of those who use it is mostly a file, of which other rules speak.
fn worth_asking(f: flow) = not little_at_stake(f) and (f.target is process or not on_one_machine(f))

/// It is stated that it is not open to everybody.
fn closed(s: store) = known(s.public_access) and not s.public_access

/// Much hangs on who asks this way.
fn much_at_stake(f: flow) = wants_proof(f) and not little_at_stake(f)

/// The element serves callers although it cannot tell who they are, or knows them only by a key that is easily copied and rarely changed.
/// Anyone who can open a connection, or who finds the key in a repository or a log, is served like its owner.
/// One weak way in is enough, whatever the others ask for: a second factor that people are asked for stands in no program's way that comes with a key.
threat WeakAuthentication: Stride.Spoofing "Callers are not really identified" {
  on x: process + store
  when x is not PassesOn and x is not ServesClients
  when x is process and some_weak_in(x) or x is store and some_weak(x)
  when known(x.authentication) or not (x is SignedRequests and closed(x))
  when exists f in x.inflows where (wants_proof(f) and (known(x.authentication) or worth_asking(f)))
  likelihood = if exists f in x.inflows where (much_at_stake(f) and from_untrusted(f))
        or none f in x.inflows where (much_at_stake(f))
          and exists f in x.inflows where (wants_proof(f) and from_untrusted(f))
      then High
    else Moderate
  impact = if exists f in x.inflows where (much_at_stake(f)) then High else Low
  mitigated_by = [PersonalLogins, CertificateLogins, StrongAuthentication, NetworkSegmentation]
  references = [
    "CWE-306",
    "CWE-1390",
    "CAPEC-115",
    "CAPEC-151",
    "T1078",
    "T1190",
    "A07:2021",
    "A07:2025",
    "API2:2023"
  ]
  message = "Callers of {x} may be anybody."
  detection = "Send each kind of request without credentials, then with those of another caller; look for keys in source, configuration and client programs."
  false_positives = "Everything the element does is meant for the public, and it changes nothing."
  remedy = "Ask each caller for a proof that cannot simply be copied, and refuse the rest before anything else is done."
  fix "Let people prove who they are" {
    x.authentication = or_better(x.authentication, OpenIdConnect)
    x.also_accepts = strong_ones(x.also_accepts)
  }
  fix "Let programs prove who they are" {
    x.authentication = or_better(x.authentication, ClientCertificate)
    x.also_accepts = strong_ones(x.also_accepts)
  }
}

/// The protocol by itself makes clients check who answers.
fn checks_by_itself(f: flow) = f is Https or f is SecureWebSocket or f is Ssh or f is WireGuard

/// It begins or ends in a place that is not ours alone.
fn far_from_home(f: flow) = f.target.external
  or known(f.source.trust) and f.source.trust < Trusted
  or known(f.target.trust) and f.target.trust < Trusted

/// How much must be at stake: less where it is stated that nobody checks.
fn stake(f: flow) = if known(f.server_verified) then Moderate else High

/// The conversation is encrypted, but the caller takes any partner: whoever gets into the way answers in the server's name, and reads and changes everything.
/// Many database, message and mail clients encrypt without checking unless they are told to.
threat UncheckedServer: Stride.Spoofing "Encrypted to whoever answers" {
  on f: flow
  when known(f.encrypted) and f.encrypted and not proven(f)
  when f.source is process and exposed(f) and not on_one_machine(f)
  when not f.server_verified
  when known(f.server_verified) or not checks_by_itself(f) and far_from_home(f)
  when known(f.data)
    and exists d in f.data
      where (d is Credentials
        or d is Secret
        or known(d.confidentiality) and d.confidentiality >= stake(f)
        or known(d.integrity) and d.integrity >= stake(f))
  likelihood = Low
  impact = max([max(f.data.confidentiality), max(f.data.integrity)])
  mitigated_by = [ServerChecks, MutualTls, Vpn(strength = 50%), MessageSigning(strength = 60%)]
  references = ["CWE-295", "CWE-297", "CAPEC-94", "T1557"]
  message = "What {f.source} tells {f.target} is encrypted, and nobody checks who answers."
  detection = "Let a server of your own with a certificate of your own answer under the name; the caller must hang up. Look for settings such as `verify=false` and `sslmode=require`."
  false_positives = "The platform makes the connection, and no other program can answer there."
  remedy = "Switch on the check of certificate and name, with the authority that issued it."
  fix "The server is checked" { f.server_verified = true }
}
