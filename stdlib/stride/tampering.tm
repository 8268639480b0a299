//! Tampering: changing what one should not be able to change.

/// It is not stated that nothing is sent.
fn brings_something(f: flow) = not known(f.sends) or count(f.sends) >= 1

/// A program of ours hands on what came from outside, straight or by way of two others, or what it found where somebody outside had put it.
fn words_of_others(f: flow) = handed_once(f)
  or handed_from_store(f)
  or exists g in f.source.inflows where (brings_on(g, f) and handed_once(g))

/// A program of ours says it, in a place of ours to another, and nothing of it came from outside, as far as anybody has drawn.
fn made_at_home(f: flow) = f.source is process
  and not f.source.external
  and f.source is not PassesOn
  and f.source is not RunsGivenCode
  and known(f.sends)
  and known(f.source.trust)
  and known(f.target.trust)
  and between_ours(f)
  and not words_of_others(f)

/// The process works with what callers send as if it were well formed: too long, of the wrong kind, out of range, or meant to be read as something else.
/// Whoever finds the gap makes it crash, miscount or do what it was never meant to do.
threat UnvalidatedInput: Stride.Tampering "Input is used unchecked" {
  on p: process
  when p is not PassesOn and p is not RunsGivenCode and p is not ReadyMade
  when not p.input_validation
  when exists f in p.inflows
    where (comes_in(f)
        and not at_a_shell(f)
        and (brings_something(f) or from_untrusted(f))
        and (known(p.input_validation) or not made_at_home(f))
      or known(p.input_validation) and handed_once(f))
  likelihood = if open_to_strangers(p) then High else Moderate
  impact = Moderate
  mitigated_by = [InputValidation, Waf, Waf(on = p.inflows.source)]
  references = ["CWE-349", "CWE-1173", "CAPEC-153", "CAPEC-28", "T1190", "A03:2021", "A05:2025"]
  message = "What callers of {p} send may be used unchecked."
  detection = "Send values that are empty, huge, negative, of another type, and in another encoding to each entry point; none may reach business logic."
  false_positives = "A gateway in front refuses everything that does not match a strict schema, and there is no way around it."
  remedy = "Describe what each entry point accepts, check it there on the server, and refuse what does not fit."
  fix "Input is validated" { p.input_validation = true }
}

/// It brings data that must be right from a place that is trusted less than the store: more than what proves who asks, and not just into the one object that a signed link opens.
fn writes_upward(f: flow) = f is not SignedLink
  and from_lower_place(f)
  and exists d in f.sends
    where (d is not Credentials and d is not Secret and d.integrity >= Moderate)

/// Something in it has to be right above all.
fn brings_much(f: flow) = exists d in f.sends where (known(d.integrity) and d.integrity >= High)

/// The worst of it comes from a place that anyone can be in: how likely it is and how bad it is are those of the same conversation.
fn strangers_write(s: store) = exists f in s.inflows
  where (writes_upward(f)
    and from_untrusted(f)
    and (brings_much(f) or none g in s.inflows where (writes_upward(g) and brings_much(g))))

/// A place that is trusted less can write what those inside rely on.
/// A break-in over there silently becomes wrong data over here.
threat StoreTampering: Stride.Tampering "Stored data changed from a less trusted place" {
  on s: store
  when s is not ServesClients and (s is not CodeRepository or strangers_write(s))
  when exists f in s.inflows where (writes_upward(f))
  likelihood = if strangers_write(s) then High else Moderate
  impact = if strangers_write(s)
      then max(
        [max(f.sends.integrity) for f in s.inflows where (writes_upward(f) and from_untrusted(f))]
      )
    else max([max(f.sends.integrity) for f in s.inflows where (writes_upward(f))])
  mitigated_by = [NetworkSegmentation, LeastPrivilege, StrongAuthentication, AppendOnlyStorage]
  references = ["CWE-501", "CAPEC-1", "T1565.001", "A08:2021", "A08:2025"]
  message = "Data that must be right comes into {s} directly from a place that is trusted less."
  detection = "From the less trusted side, try to change a record that the caller should only be able to add or read."
  false_positives = "The store is an inbox: what it receives is checked again before anything relies on it."
  remedy = "Let a program of the store's own side take the data, check it and write it."
}

/// It is stated that it carries nothing of note.
fn empty(f: flow) = known(f.data) and count(f.data) == 0

/// Something that it carries has to be right, or nobody has said: else it is not worth asking whether it is encrypted.
fn worth_altering(f: flow) = not known(f.data)
  or exists d in f.data where (not known(d.integrity) or d.integrity >= Moderate)

/// What is read there matters as much as what could be changed: `CleartextTransport` says it of the same hop.
fn rather_read(f: flow) = known(f.data)
  and exists d in f.data
    where (known(d.confidentiality)
      and d.confidentiality >= Moderate
      and none e in f.data where (known(e.integrity) and e.integrity > d.confidentiality))

/// It carries a signature that tells of every change.
fn told_by_signature(d: data) = known(d.signed) and d.signed

/// Whatever has to be right carries a signature.
fn all_signed(f: flow) = known(f.data)
  and exists d in f.data where (told_by_signature(d))
  and all d in f.data where (told_by_signature(d) or known(d.integrity) and d.integrity < Moderate)

/// Someone on the way between the two ends can change, drop, replay or reorder messages, and neither end notices.
/// Where being read is the worse, or as bad, `CleartextTransport` alone speaks of the hop.
threat AlteredInTransit: Stride.Tampering "Messages altered on the way" {
  on f: flow
  when in_clear(f) and overheard(f) and not on_one_machine(f)
  when not empty(f) and (known(f.encrypted) or worth_altering(f))
  when not rather_read(f) and not all_signed(f)
  when known(f.encrypted) or not (f.source.external and f.target.external)
  likelihood = if f.source.trust == Untrusted then High else Moderate
  impact = if known(f.data)
        and exists d in f.data where (known(d.integrity) and not told_by_signature(d))
      then max(
        [d.integrity for d in f.data where (known(d.integrity) and not told_by_signature(d))]
      )
    else Moderate
  mitigated_by = [
    Tls,
    MutualTls,
    EncryptedOnly(on = f.target),
    EncryptedTraffic(on = f.source.boundaries),
    Vpn(strength = 70%),
    MessageSigning
  ]
  references = ["CWE-924", "CAPEC-94", "T1557", "T1565.002", "A02:2021", "A04:2025"]
  message = "What {f.source} and {f.target} tell each other can be changed on the way."
  detection = "Put an intercepting proxy between the two ends and change one value; see whether either end complains."
  false_positives = "Both ends run on one machine that the model does not show, or the receiver checks signatures that the model does not show (`signed` of the data states them)."
  remedy = "Use the protocol's encrypted form with both ends' checks on, or sign each message."
  fix "Encrypt the flow" { f.encrypted = true }
}
