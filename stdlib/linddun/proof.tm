//! Non-repudiation, seen from the person: being unable to deny.

/// A trail that nobody can change or delete proves for ever what a person did, also where they have a right to be forgotten.
threat LastingProof: Linddun.NonRepudiation "People cannot take back what they did" {
  on s: store
  when known(s.append_only) and s.append_only
  when known(s.holds)
    and exists d in s.holds
      where (personal(d) and not (known(d.legal_basis) and d.legal_basis == LegalDuty))
  likelihood = Low
  impact = Moderate
  mitigated_by = [Pseudonymization, RetentionLimit]
  references = ["LINDDUN Nr4", "GDPR Art.17", "NIST-800-53 SI-12(3)"]
  message = "{s} keeps what people did where nothing can be deleted."
  detection = "Ask for the deletion of a test person and search for them afterwards."
  false_positives = "A law demands the proof, and its time is limited."
  remedy = "Keep numbers instead of names in the trail, and delete what turns the numbers back."
}

/// The service writes down who used it, in a way that stands up later. For its users, having been there is what must not come out.
threat ProvableUse: Linddun.NonRepudiation "It can be proven that somebody used the service" {
  on p: process
  when is_delicate(p) and known(p.audit_log) and p.audit_log
  when exists f in p.inflows where (of_user(f))
  likelihood = Moderate
  impact = High
  mitigated_by = [LogRedaction, Pseudonymization(on = p.inflows), AnonymousAccess]
  references = ["LINDDUN Nr1", "CWE-779", "GDPR Art.25"]
  message = "{p} is delicate to use, and records who used it."
  detection = "Use the service as a test person; look for them in every log, also in those of the systems in front."
  false_positives = "The people have to be known, as patients of a doctor are, and the record is guarded like the rest of the file."
  remedy = "Record what was done without by whom, or under a number that is forgotten after days."
}

/// A signature proves to anyone, for ever, who said this; where people speak in confidence it turns into evidence against them.
threat ProvableMessage: Linddun.NonRepudiation "Messages that prove who wrote them" {
  on f: flow
  when of_user(f) and f.target is process and is_delicate(f.target)
  when known(f.sends) and exists d in f.sends where (known(d.signed) and d.signed)
  likelihood = Low
  impact = High
  mitigated_by = [AnonymousAccess, RetentionLimit(on = f.target.outflows.target)]
  references = ["LINDDUN Nr2", "GDPR Art.25"]
  message = "What {f.source} sends to {f.target} carries a signature that anyone can check."
  detection = "Take one stored message and see what it proves to somebody who trusts neither side."
  false_positives = "The signature can be made by both sides, as in deniable messengers, or is dropped after checking."
  remedy = "Authenticate the conversation, not the message, so that proof ends with the conversation."
}

/// The sender learns when somebody opened a message and from where, and can hold it against them. Most people do not know.
threat WatchedReading: Linddun.NonRepudiation "Reading is reported back" {
  on p: process
  when known(p.tracks_receipt) and p.tracks_receipt
  likelihood = Moderate
  impact = if is_delicate(p) then High else Low
  mitigated_by = [NoTracking, PrivacySettings, ConsentManagement(strength = 60%)]
  references = ["LINDDUN Nr3", "GDPR Art.5", "GDPR Art.7"]
  message = "{p} records when people received or read something."
  detection = "Open a message to a test person with the network recorded; look for calls that no reader needs."
  false_positives = "People switch receipts on themselves."
  remedy = "Switch it off, or let people switch it on."
  fix "Receipts are not tracked" { p.tracks_receipt = false }
}

/// A file says more than its text: who wrote it, where and with what, and what stood there before. Whoever has the file can prove it.
threat HiddenTraces: Linddun.NonRepudiation "Hidden traces in files" {
  on d: RichContent
  when not d.metadata_removed
  when exists f in d.carried_by where (of_user(f) and f.sends has d)
  when exists x: node
    where (x is not actor and x.external and x.inputs.data has d
      or x is actor and x is not Employee and x.inputs.data has d)
  likelihood = Moderate
  impact = Moderate
  mitigated_by = [
    MetadataRemoval,
    DataMinimization(on = d.carried_by),
    UploadScreening(strength = 30%, on = d.carried_by.target)
  ]
  references = ["LINDDUN Nr5", "CWE-1230", "CWE-212"]
  message = "People hand {d} to others, with whatever their devices wrote inside."
  detection = "Send a photo with a place and a document with a history; read the properties of what others receive."
  false_positives = "The files are made anew on the way, as a picture is when it is scaled down."
  remedy = "Take properties and history out on arrival."
  fix "Metadata is removed" { d.metadata_removed = true }
}
