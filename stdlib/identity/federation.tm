//! Federation: believing what another system says about people and machines.
use std.web

/// Where the program lets people in on the word of others: its own one provider gives out the addresses itself.
fn believes_others(p: process) = not (count(providers(p)) + count(providers_behind(p)) == 1
  and none f in p.outflows where (f.target is IdentityProvider and f.target.external)
  and none f in ways_out(p) where (f.target is IdentityProvider and f.target.external))

/// Who vouches for people to it, as far as it is drawn.
fn providers(p: process) = [f.target for f in p.outflows where (f.target is IdentityProvider)]

/// Who does so behind a relay.
fn providers_behind(p: process) = [
  f.target
  for f in ways_out(p)
  where (f.target is IdentityProvider)
]

/// An account here is joined to a login there because both have one e-mail address, which the other side never checked or which has a new owner.
/// Who registers the right address elsewhere walks into the account; or opens it before its owner does and stays inside.
threat JoinedByEmail: Stride.Spoofing "Accounts joined by their e-mail address" {
  on p: RelyingParty
  when p.links_by_email
  when known(p.links_by_email) or believes_others(p) and handles_weighty(p)
  when asked_by_users(p)
  likelihood = Moderate
  impact = stakes(p)
  mitigated_by = [KnownByIssuerAndId, StepUp(strength = 70%), Alerting(strength = 20%)]
  references = ["CWE-290", "CAPEC-151", "T1078"]
  message = "A login with the same e-mail address may open an account at {p}."
  detection = "Register the address of a test account at each provider without confirming it, and log in with it; then the other way round."
  false_positives = "The one provider is the organisation's own and gives out the addresses itself."
  remedy = "Know people by the issuer and its fixed id for them; join an existing account only after a login to it."
  fix "Know people by issuer and id" { p.links_by_email = false }
}

/// People from anywhere use it, straight.
fn from_public(flows: [flow]) = exists f in flows
  where (f.source is Customer or f.source is Visitor)

/// People from anywhere use it, also by way of programs that only hand on what they say.
fn by_public(flows: [flow]) = from_public(flows)
  or from_public(behind(flows))
  or from_public(behind(behind(flows)))
  or from_public(behind(behind(behind(flows))))

/// The provider serves many organisations, and the program believes it about all of them: an account that a stranger made in an organisation of their own logs in here.
threat AnyTenant: Stride.ElevationOfPrivilege "Every organisation's people may log in" {
  on p: RelyingParty
  when p.any_tenant
  when known(p.any_tenant) or believes_others(p) and by_staff(p.inflows)
  when not by_public(p.inflows)
  likelihood = Moderate
  impact = stakes(p)
  mitigated_by = [ListedTenants, RoleBasedAccess(strength = 60%), TenantIsolation(strength = 60%)]
  references = ["CWE-290", "CWE-863", "CAPEC-115", "T1199", "T1078.004"]
  message = "People of every organisation of the provider may be let into {p}."
  detection = "Log in with an account of an organisation made for the test."
  false_positives = "The program is meant for everyone, and a new account has no rights."
  remedy = "Compare the organisation in the token with a list, on the server, at each login."
  fix "Only our organisations" { p.any_tenant = false }
}

/// The checker looks at one part of the document and the program reads another. A valid assertion about oneself becomes one about the administrator.
threat WrappedAssertion: Stride.Spoofing "Assertions changed around their signature" {
  on p: SamlServiceProvider
  when not p.strict_signatures
  when p is not ReadyMade or known(p.strict_signatures)
  when spoken_to(p)
  likelihood = Low
  impact = VeryHigh
  mitigated_by = [StrictAssertions, DependencyScanning(strength = 40%)]
  references = ["CWE-347", "CAPEC-475", "T1606.002", "A08:2021", "A08:2025"]
  message = "{p} may believe parts of an assertion that nobody signed."
  detection = "Replay a response with a second assertion before and after the signed one, with a comment inside the name, and without any signature."
  false_positives = "A gateway turns assertions into tokens of its own, and the program sees only those."
  remedy = "Use a maintained library, hand on only the element whose signature was checked, and refuse documents with two."
  fix "Read only what is signed" { p.strict_signatures = true }
}

/// An assertion from a log, a browser's history or another service is sent again and opens a session.
threat ReplayedAssertion: Stride.Spoofing "Assertions used twice" {
  on p: SamlServiceProvider
  when not p.replay_checked
  when p is not ReadyMade or known(p.replay_checked)
  when spoken_to(p)
  likelihood = Low
  impact = stakes(p)
  mitigated_by = [StrictAssertions, SessionProtection(strength = 20%)]
  references = ["CWE-294", "CAPEC-60", "T1606.002"]
  message = "{p} may accept an assertion again, or one that was made for others."
  detection = "Send a recorded response once more, from another browser, after its time, and to another service of the same provider."
  false_positives = "Assertions last seconds and travel over a back channel."
  remedy = "Remember the ids of accepted assertions until they expire; check audience, recipient and the request that is answered."
  fix "Accept each once" { p.replay_checked = true }
}

/// It may leave the place where it is kept. Nobody keeps the keys of many people in hardware: each speaks for one of them, not for the issuer.
fn can_be_copied(d: SigningKey) = not (known(d.records) and d.records > 100) and not d.in_hardware

/// Whoever copies the key can be anybody, everywhere this issuer is believed, without a login that anyone could see.
threat StolenSigningKey: Stride.Spoofing "Whoever has the key can be anyone" {
  on p: process
  when p is IdentityProvider or p is CertificateAuthority or p is WorkloadIdentityIssuer
  when known(p.holds) and exists d in p.holds where (d is SigningKey and can_be_copied(d))
    or exists f in p.outflows
      where (known(f.receives)
        and exists d in f.receives where (d is SigningKey and can_be_copied(d)))
  likelihood = Low
  impact = VeryHigh
  mitigated_by = [
    KeysInHardware,
    AdministrationGateway(strength = 40%),
    HardenedBaseline(strength = 30%)
  ]
  references = ["CWE-522", "CAPEC-474", "T1606", "T1552.004"]
  message = "The signing key of {p} can be copied."
  detection = "As an administrator of the machine, look for the key in files, memory, backups and exports; ask when it was last changed and how that would be done today."
  false_positives = "The key changes by itself every few hours, so a copy is soon worthless."
  remedy = "Let hardware or a key service sign, change keys on a schedule, and rehearse an unplanned change."
}

/// The exchange gives out a role to whatever the other issuer signs: any repository, branch or account over there, also one made this morning, can have it.
threat LooseFederation: Stride.ElevationOfPrivilege "Any machine of the other side may have the role" {
  on p: TokenExchange
  when not p.subject_pinned
  likelihood = Moderate
  impact = High
  mitigated_by = [PinnedSubjects, LeastPrivilege, Alerting(strength = 20%)]
  references = ["CWE-863", "CAPEC-21", "T1199", "T1078.004"]
  message = "{p} may give roles to more machines of the other issuer than it should."
  detection = "Read the condition on the subject for each role; from another repository or branch, ask for the role."
  false_positives = "The other issuer serves one program of ours and nobody else."
  remedy = "Name the repository and the branch or environment, or the account and its job, in the condition of each role; no wildcards."
  fix "Name the subject" { p.subject_pinned = true }
}

/// A program that says it is another one gets that one's identity, and is served everywhere as such.
threat UnattestedWorkload: Stride.Spoofing "Identities for programs nobody checked" {
  on p: WorkloadIdentityIssuer
  when not p.attested
  likelihood = Low
  impact = High
  mitigated_by = [WorkloadAttestation, NetworkSegmentation(strength = 30%)]
  references = ["CWE-290", "CAPEC-151", "T1078"]
  message = "Identities from {p} are given out without a check of what runs there."
  detection = "From a shell in another container on the same machine, ask for the identity of a neighbour."
  false_positives = "Each machine runs one program."
  remedy = "Let the platform confirm the account, image and namespace of each program before it gets an identity."
  fix "Check what runs" { p.attested = true }
}

/// Who may ask for a certificate writes any name into it, an administrator's for example, and logs in as such.
threat ChosenCertificateName: Stride.ElevationOfPrivilege "Certificates in any name" {
  on p: CertificateAuthority
  when p.subject_by_requester
  when count(p.inflows) >= 1
  likelihood = Moderate
  impact = VeryHigh
  mitigated_by = [
    NamesFromCaller,
    AuditLog(strength = 20%),
    Alerting(strength = 30%),
    RoleBasedAccess(strength = 60%)
  ]
  references = ["CWE-266", "CAPEC-151", "T1649"]
  message = "Callers of {p} may get a signature on any name that they write."
  detection = "As an ordinary user, ask for a certificate in the name of an administrator and log in with it."
  false_positives = "A person compares each request with its sender before it is signed."
  remedy = "Take the name from the authenticated caller, and let only enrolment services choose."
  fix "Take the name from the caller" { p.subject_by_requester = false }
}

/// Several programs show one and the same credential: a hole in any of them opens what all may do, the trace does not say which it was, and changing the credential stops all of them.
threat SharedMachineIdentity: Stride.Repudiation "Several programs, one identity" {
  on d: MachineCredential
  when count(
      [
        f.source
        for f in d.carried_by
        where (f.sends has d and f.source is process and f.source is not Relay)
      ]
    ) >= 2
  likelihood = Low
  impact = Moderate
  mitigated_by = [
    ShortLivedCredentials(on = d.carried_by.source),
    SecretsManagement(strength = 20%, on = d.held_by)
  ]
  references = ["CWE-1391", "CAPEC-560", "T1078", "T1552"]
  message = "Two programs or more identify themselves with {d}."
  detection = "Change the credential in a test system and list everything that stops."
  false_positives = "The programs are copies of one."
  remedy = "Give each program an identity of its own, best by the platform."
}

/// A machine's credential that is good for months outlives the people who made it, lies in old backups and chats, and whoever finds it is served.
threat LongLivedMachineCredential: Stride.Spoofing "Machine credentials that last for months" {
  on d: MachineCredential
  when d.lifetime > 90d
  when known(d.lifetime) or weighty(d)
  when count(d.carried_by) >= 1 or count(d.held_by) >= 1
  likelihood = Moderate
  impact = High
  mitigated_by = [
    ShortLivedCredentials(on = d.carried_by.source),
    SecretsManagement(strength = 50%, on = d.held_by),
    NetworkSegmentation(strength = 40%, on = d.carried_by.target)
  ]
  references = ["CWE-324", "CAPEC-560", "T1078", "T1552"]
  message = "A copy of {d} may stay good for months."
  detection = "List when each such credential was made and last used; look for it in repositories, images, tickets and chats."
  false_positives = "The credential is bound to hardware, and cannot be copied."
  remedy = "Let programs prove who they are by their platform and get credentials for hours; until then, change them on a schedule that a program keeps."
}
