//! Information disclosure: reading what one should not be able to read.

/// It stays in one place of ours, and is stated to be readable there. Of what proves identity or opens things another rule speaks.
fn readable_inside(f: flow, d: data) = known(f.encrypted)
  and known(d.confidentiality)
  and d.confidentiality >= High
  and d is not Credentials
  and d is not Secret
  and not overheard(f)
  and not in_hand(f)

/// Anyone on the path between the two ends can read what is sent, and change it. Inside a place of one's own these are few, until somebody breaks into it.
threat CleartextTransport: Stride.InformationDisclosure "Data readable in transit" {
  on f: flow
  each d in f.data
  when in_clear(f) and not on_one_machine(f)
  when overheard(f) and d.confidentiality >= Moderate or readable_inside(f, d)
  when known(f.encrypted) or not (f.source.external and f.target.external)
  likelihood = if not overheard(f) then Low
    else if f.source.trust == Untrusted then High
    else Moderate
  impact = d.confidentiality
  mitigated_by = [
    Tls,
    MutualTls,
    EncryptedOnly(on = f.target),
    EncryptedTraffic(on = f.source.boundaries),
    Vpn(strength = 70%),
    EndToEndEncryption
  ]
  references = ["CWE-319", "CAPEC-157", "T1040", "A02:2021", "A04:2025"]
  message = "Nothing encrypts {d} on the way between {f.source} and {f.target}."
  detection = "Record the traffic at a point between the two ends and search the recording for known values."
  false_positives = "A tunnel that the model does not show encrypts the whole way, not only a part of it."
  remedy = "Use the protocol's encrypted form, let the client check the certificate, and switch the clear form off."
  fix "Encrypt the flow" { f.encrypted = true }
}

/// Whoever gets hold of a disk, a snapshot or a backup of the store can read it without ever logging in.
threat UnencryptedAtRest: Stride.InformationDisclosure "Data readable on the medium" {
  on s: store
  when not s.encryption_at_rest
  when exists d in s.holds where d.confidentiality >= Moderate
  likelihood = Low
  impact = max(s.holds.confidentiality)
  mitigated_by = [EncryptionAtRest, FieldEncryption, Tokenization]
  references = ["CWE-312", "CAPEC-507", "T1530", "T1213.006", "A02:2021", "A04:2025"]
  message = "Confidential data may lie in {s} unencrypted."
  detection = "Restore a backup or mount a snapshot on another machine without the application's keys; read a known record."
  false_positives = "The confidential fields are encrypted by the application before they are stored."
  remedy = "Switch encryption on for media, snapshots and backups, with a key that is kept and guarded elsewhere."
  fix "Encrypt the store" { s.encryption_at_rest = true }
}

/// The caller is told something of high confidentiality; a new session of their own is what a login is for.
fn tells_secrets(f: flow) = known(f.receives)
  and exists d in f.receives where (d is not Credentials and d.confidentiality >= High)

/// The caller is told so in a place that anyone can be in.
fn tells_strangers(f: flow) = tells_secrets(f) and from_untrusted(f)

/// It comes from a place that is trusted less than who is asked, straight or by way of relays in places of ours.
fn from_lower_place(f: flow) = f.crosses_boundary and from_less_trusted(f)
  or f.source is Relay
    and exists g in inward(f)
      where (g.crosses_boundary and from_less_trusted(g)
        or g.source is Relay
          and exists h in inward(g) where (h.crosses_boundary and from_less_trusted(h)))

/// The caller is told so in a place that is trusted less.
fn tells_outward(f: flow) = tells_secrets(f)
  and not in_hand(f)
  and (from_lower_place(f) or from_untrusted(f))

/// What the process answers carries data of high confidentiality into a place that is trusted less than itself.
/// A forgotten check, a guessed id or a field too many is enough for the wrong reader.
threat SensitiveAnswers: Stride.InformationDisclosure "Answers carry sensitive data outward" {
  on p: process
  when p is not Relay and not p.answers_trimmed
  when p is not ReadyMade or known(p.answers_trimmed)
  when exists f in p.inflows
    where (tells_outward(f) and (known(p.answers_trimmed) or not only_by_administrators(f)))
  likelihood = if exists f in p.inflows where (tells_strangers(f)) then High else Moderate
  impact = if exists f in p.inflows where (tells_strangers(f))
      then max([max(f.receives.confidentiality) for f in p.inflows where (tells_strangers(f))])
    else max([max(f.receives.confidentiality) for f in p.inflows where (tells_outward(f))])
  mitigated_by = [AnswersByNeed, DataMinimization, OwnershipChecks, RoleBasedAccess, Tokenization]
  references = ["CWE-201", "CWE-213", "CAPEC-116", "T1213", "A01:2021", "A01:2025", "API3:2023"]
  message = "{p} may answer less trusted callers with more of what is confidential than they need."
  detection = "Compare each field of the answers with what the caller's task needs; then ask for the same with another caller's credentials."
  false_positives = "Callers receive only their own data, each field is needed, and the check for it is tested."
  remedy = "Name the fields of each answer, send only those that the caller's task needs, and test with another caller's login."
  fix "Only what is needed" { p.answers_trimmed = true }
}
