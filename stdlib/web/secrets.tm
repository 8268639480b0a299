//! Secrets and sensitive data in the wrong place.

/// It is encrypted by itself; or the place is, and it is asked whether this is so of the secret, too.
fn sealed_there(s: store, d: Secret) = d.sealed
  and (known(d.sealed) or known(s.encryption_at_rest) and s.encryption_at_rest)

/// Keys and passwords of programs lie where many can read them and nobody changes them.
threat SecretOutsideVault: Stride.InformationDisclosure "Secrets kept among other data" {
  on s: store
  when s is not SecretStore and s is not CodeRepository
  when known(s.holds) and exists d in s.holds where (d is Secret and not sealed_there(s, d))
  likelihood = if s is FileStore and known(s.owner_only) and s.owner_only then Low else Moderate
  impact = High
  mitigated_by = [SecretsManagement, FieldEncryption, LeastPrivilege]
  references = ["CWE-256", "CWE-312", "CAPEC-150", "T1552.001", "A02:2021", "A04:2025"]
  message = "Secrets may be read in {s}, a place that is not made for them."
  detection = "Search the store, its exports and its backups for texts that look like keys; ask when each was last changed."
  false_positives = "They are not secret any more: keys for tests, or such as open nothing."
  remedy = "Move secrets to a secret store, change them, and let programs fetch them when they start."
}

/// What is inside a program in the hands of its users is theirs: they unpack it and use the key as they like.
threat SecretInClient: Stride.InformationDisclosure "A secret inside the client program" {
  on p: ClientApp
  when known(p.holds) and exists d in p.holds where (d is Secret)
  likelihood = High
  impact = High
  mitigated_by = [SecretsManagement]
  references = ["CWE-522", "CAPEC-191", "T1552.001", "A07:2021", "A07:2025", "M1:2024"]
  message = "Every user can take a secret out of {p}."
  detection = "Unpack the program or open the browser's tools, and search for keys and tokens that are the same for all users."
  false_positives = "The value only names the application, and opens nothing."
  remedy = "Keep the secret on a server of yours that makes the call for the client."
}

/// Passwords, tokens or keys cross a network that is thought safe in clear text; whoever gets into that network collects them.
threat CredentialsInClear: Stride.InformationDisclosure "Credentials in clear inside the network" {
  on f: flow
  when in_clear(f) and not exposed(f) and not in_hand(f) and not on_one_machine(f)
  when known(f.data) and exists d in f.data where (d is Credentials or d is Secret)
  likelihood = Low
  impact = High
  mitigated_by = [
    Tls,
    MutualTls,
    EncryptedOnly(on = f.target),
    EncryptedTraffic(on = f.source.boundaries),
    Vpn
  ]
  references = ["CWE-523", "CAPEC-157", "T1040", "A02:2021", "A04:2025"]
  message = "{f.source} and {f.target} exchange credentials without encryption."
  detection = "Record traffic on the machine of one end during a login and search for the password or token."
  false_positives = "Both ends share one machine that the model does not show, and nothing leaves it."
  remedy = "Encrypt inside the network, too."
  fix "Encrypt the flow" { f.encrypted = true }
}

/// It has no place in a log. The trail of who did what is made for one.
fn should_not_be_logged(d: data) = d is not AuditTrail
  and (d is Credentials or d is Secret or d.confidentiality >= High)

/// What many people and tools can read, and what is kept for long, contains passwords, tokens or people's secrets.
threat SensitiveLogs: Stride.InformationDisclosure "Sensitive data in logs" {
  on f: flow
  when f.target is LogStore
  when known(f.sends) and exists d in f.sends where (should_not_be_logged(d))
  likelihood = Moderate
  impact = max([d.confidentiality for d in f.sends where (should_not_be_logged(d))])
  mitigated_by = [LogRedaction(on = f.source), DataMinimization, LeastPrivilege(on = f.target)]
  references = ["CWE-532", "CAPEC-150", "T1654", "T1552.001", "A09:2021", "A09:2025"]
  message = "Sensitive data of {f.source} ends up in {f.target}."
  detection = "Search a week of logs for e-mail addresses, card numbers, tokens, and the password of a test user who mistyped their name."
  false_positives = "Sensitive fields are replaced before they leave the process."
  remedy = "Take secrets and personal fields out before they reach the log, in the library that everyone logs with."
}

/// Copies made for speed are kept with less care than the original.
threat UnguardedCopies: Stride.InformationDisclosure "Sensitive copies without a lock" {
  on s: store
  when s is Cache or s is SearchIndex or s is Queue
  when some_weak(s)
  when known(s.holds) and exists d in s.holds where d.confidentiality >= High
  likelihood = Moderate
  impact = max(s.holds.confidentiality)
  mitigated_by = [WorkloadLogins, StrongAuthentication, NetworkSegmentation, DataMinimization]
  references = ["CWE-524", "CWE-921", "CAPEC-204", "T1213", "A01:2021", "A01:2025"]
  message = "Copies of sensitive data in {s} can be read by anyone who can connect."
  detection = "Connect from another machine of the same network without credentials and list what is there."
  false_positives = "Only one process, on the same machine, can connect."
  remedy = "Give the copy the same lock as the original, keep it for a shorter time, and keep fewer fields."
  fix "Callers prove who they are" {
    s.authentication = or_better(s.authentication, WorkloadIdentity)
    s.also_accepts = strong_ones(s.also_accepts)
  }
}

/// The answers are not for everyone.
fn fetches_private(f: flow) = known(f.receives)
  and exists d in f.receives where d.confidentiality >= Moderate

/// An answer meant for one user is kept by the network's caches and handed to the next who asks.
threat CachedPrivateAnswers: Stride.InformationDisclosure "Private answers kept in a shared cache" {
  on c: Cdn
  when not c.private_kept_out
  when exists f in c.outflows where (fetches_private(f))
  likelihood = Low
  impact = max([max(f.receives.confidentiality) for f in c.outflows where (fetches_private(f))])
  mitigated_by = [PrivateKeptOut, HardenedBaseline, EndToEndEncryption(on = c.outflows)]
  references = ["CWE-524", "CAPEC-204", "A05:2021", "A02:2025"]
  message = "{c} may keep answers that are not for everyone, and give them to others."
  detection = "Ask for a private page as one user, then without login, also with an ending such as `.css` added to its address."
  false_positives = "Private answers forbid being kept, and the network was tested to obey."
  remedy = "Forbid keeping by default, allow it for what is public, and test with two users."
  fix "Private answers are never kept" { c.private_kept_out = true }
}

/// The page runs a script from a host of someone else; when that host is broken into, the script reads along.
threat ForeignScript: Stride.Tampering "Code from elsewhere runs in our page" {
  on p: ClientApp
  when p.in_browser or exists b in p.boundaries where (b is Browser)
  when exists f in p.outflows
    where (f.target is Cdn and f.target.external or f.target is AnalyticsProvider)
  likelihood = Low
  impact = High
  mitigated_by = [CodeIntegrity, ContentSecurityPolicy, Sandbox]
  references = ["CWE-829", "CWE-353", "CAPEC-446", "T1195.001", "T1659", "A08:2021", "A08:2025"]
  message = "Code from a system of somebody else runs in {p}."
  detection = "List every script the page loads and its host; change one byte in a test copy and see whether it still runs."
  false_positives = "Only pictures and styles come from there."
  remedy = "Serve the script from your own host, or check its digest, and limit by policy what it may talk to."
}

/// It handles what proves identity or opens things: some of its own callers' or its own.
fn handles_secrets(p: node) = exists f in p.inflows
    where (known(f.sends) and exists d in f.sends where (d is Credentials or d is Secret))
  or exists g in p.outflows
    where (known(g.receives) and exists d in g.receives where (d is Credentials or d is Secret))

/// Only who did what is written there, entry by entry, and not what came in.
fn trail_alone(f: flow) = known(f.sends)
  and count(f.sends) >= 1
  and all d in f.sends where (d is AuditTrail)

/// Programs that handle passwords and tokens write down what they do, and one line with a whole request, a command or an error in it is enough: everybody who may read the log has the token.
threat SecretsReachLogs: Stride.InformationDisclosure "Tokens and passwords end up in the log" {
  on s: LogStore
  when exists f in s.inflows
    where (f.source is process
      and handles_secrets(f.source)
      and (known(s.secrets_kept_out) or not trail_alone(f)))
  when not s.secrets_kept_out
  likelihood = Moderate
  impact = Moderate
  mitigated_by = [FilteredLogs, LogRedaction(on = s.inflows.source), LeastPrivilege(strength = 30%)]
  references = ["CWE-532", "CAPEC-150", "T1552.001", "A09:2021", "A09:2025"]
  message = "Programs that handle passwords or tokens write into {s}, and nothing keeps those out."
  detection = "Send a token with a mark in it by each way in, also with a request that fails, at the most talkative level; then search the log for the mark."
  false_positives = "Only figures and fixed texts are written, never what came in."
  remedy = "Give secrets a type that prints as stars, take headers and command lines out before writing, and search the log for the form of your tokens every day."
  fix "Keep secrets out" { s.secrets_kept_out = true }
}
