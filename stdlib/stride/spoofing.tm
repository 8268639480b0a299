//! Spoofing: pretending to be someone or something else.

/// Whoever has copied, guessed or talked someone out of a password or key can act as this person.
/// Nothing in the conversation tells the two apart.
threat ImpersonatedUser: Stride.Spoofing "Someone acts in this person's name" {
  on a: actor
  when a is not Visitor
  when exists f in a.outflows
    where (f.target is process
        and not passes_on(f.target)
        and some_replayable(f.target.authentication, f.target.also_accepts)
      or passes_on(f.target)
        and exists g in f.target.outflows
          where (g.target is process
            and not g.target.external
            and not passes_on(g.target)
            and some_replayable(g.target.authentication, g.target.also_accepts)))
  likelihood = if a.trust == Untrusted then High else Moderate
  impact = Moderate
  mitigated_by = [
    MultiFactor,
    MultiFactor(on = a.outflows.target),
    MultiFactor(on = a.outflows.target.outflows.target)
  ]
  references = ["CWE-308", "CAPEC-151", "CAPEC-98", "T1078", "T1566"]
  message = "{a} proves who they are with something that can be copied, or with nothing."
  detection = "Log in as a test user from a device never used before, knowing only what a phishing page could have asked for. If that is enough, so is it for a thief."
  false_positives = "The system shows the same public pages to everyone, so that there is nobody to impersonate."
}

/// The element serves callers although it cannot tell who they are, or knows them only by a key that is easily copied and rarely changed.
/// Anyone who can open a connection, or who finds the key in a repository or a log, is served like its owner.
threat WeakAuthentication: Stride.Spoofing "Callers are not really identified" {
  on x: process + store
  when not passes_on(x)
  when some_weak(x.authentication, x.also_accepts)
  when exists f in x.inflows where (exposed(f) and not proven(f) and not by_visitor(f))
  likelihood = if exists f in x.inflows where (from_untrusted(f)) then High else Moderate
  impact = High
  mitigated_by = [StrongAuthentication, MultiFactor, NetworkSegmentation]
  references = ["CWE-306", "CWE-1390", "CAPEC-115", "CAPEC-151", "T1078", "T1190"]
  message = "{x} cannot really tell its callers apart."
  detection = "Send each kind of request without credentials, then with those of another caller; look for keys in source, configuration and client programs."
  false_positives = "Everything the element does is meant for the public, and it changes nothing."
  fix "Let callers prove who they are" { x.authentication = OpenIdConnect }
}
