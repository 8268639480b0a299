//! Repudiation, after Microsoft's rules R1 to R8.

/// The log takes entries from a program or person that is trusted less than its readers think, who can thereby write history.
threat LessTrustedLogWriter: Stride.Repudiation "A less trusted writer of the log" {
  on f: DataFlow
  when in_scope(f)
  when f.source is GenericProcess or f.source is ExternalInteractor
  when f.target is GenericDataStore and f.target.stores_log_data
  likelihood = if from_anywhere(f) then High else Moderate
  impact = Moderate
  mitigated_by = [
    AppendOnlyStorage(on = f.target),
    LeastPrivilege(on = f.target),
    AuditLog(strength = 40%, on = f.source)
  ]
  references = ["CWE-501", "CAPEC-268", "T1070"]
  message = "{f.source} writes into {f.target}, which holds log entries."
  detection = "List the accounts that may write the log, and try to add an entry about another program with the least of them."
  false_positives = "The log keeps the entries of each writer apart, under a name that the writer cannot choose."
  remedy = "Let one trusted collector write the log, and let it add who sent each entry."
}

/// Entries without a proven writer prove nothing: whoever is accused says that somebody else wrote them.
threat LogsOfUnknownOrigin: Stride.Repudiation "Log entries of unknown origin" {
  on f: DataFlow
  when in_scope(f)
  when f.source is GenericProcess or f.source is ExternalInteractor
  when f.target is GenericDataStore and f.target.stores_log_data
  likelihood = Moderate
  impact = Moderate
  mitigated_by = [StrongAuthentication(on = f.target), MutualTls, MessageSigning]
  references = ["CWE-223", "CAPEC-93", "CAPEC-194"]
  message = "Nothing says that the entries in {f.target} really come from {f.source}."
  detection = "Write an entry from another machine under the name of that sender and look whether it can be told apart."
  false_positives = "The store asks each writer for a proof of identity and records it with the entry."
  remedy = "Authenticate writers, and let the store note time and writer itself."
}

/// The log misses what a later question would need: who, what, when, from where, with what result.
threat LogsTooLittle: Stride.Repudiation "The log may not say enough" {
  on f: DataFlow
  when in_scope(f)
  when f.source is GenericProcess and f.target is GenericDataStore and f.target.stores_log_data
  likelihood = Moderate
  impact = Moderate
  mitigated_by = [AuditLog(on = f.source), Alerting(strength = 30%, on = [f.source, f.target])]
  references = ["CWE-778", "CWE-223"]
  message = "What {f.source} writes into {f.target} may not answer who did what."
  detection = "Make a change as a test user, and let someone who knows nothing of it tell the story from the log."
  false_positives = "The events to be recorded are written down, and tests check that each appears."
  remedy = "Write down which events are recorded with which fields, and test it."
}

/// Those whose deeds are recorded, or programs that were broken into, can change or remove the record.
threat LogsUnguarded: Stride.Repudiation "The log may be poorly guarded" {
  on f: DataFlow
  when in_scope(f)
  when f.source is GenericProcess and f.target is GenericDataStore and f.target.stores_log_data
  likelihood = Moderate
  impact = High
  mitigated_by = [
    AppendOnlyStorage(on = f.target),
    LeastPrivilege(strength = 40%, on = f.target),
    Backups(strength = 40%, on = f.target)
  ]
  references = ["CWE-732", "CAPEC-268", "T1070"]
  message = "{f.target} keeps what {f.source} records, and may let its writers change it."
  detection = "With the writer's credentials, try to change yesterday's entries, to delete them, and to fill the store until it drops them."
  false_positives = "Entries leave at once for a place that the writer cannot reach."
  remedy = "Store entries where they can only be added, and send a copy elsewhere."
}

/// The program can claim that it never received the message, or that it came from somebody else.
threat ReceiptDenied: Stride.Repudiation "A program can deny what it received" {
  on f: DataFlow
  when in_scope(f) and crosses_trust(f) and f.target is GenericProcess
  likelihood = Low
  impact = worst_change(f)
  mitigated_by = [AuditLog(on = f.target), MessageSigning]
  references = ["CWE-778", "CAPEC-195"]
  message = "{f.target} can say that it never got what {f.source} sent."
  detection = "Pick a message of last week and prove, without the receiver's help, that it arrived and who sent it."
  false_positives = "Nothing of worth follows from the message."
  remedy = "Record source, time and a summary of what arrives where the receiver cannot change it."
}

/// The party outside can claim that it never received what was sent.
threat OutsideReceiptDenied: Stride.Repudiation "An outside party can deny having received" {
  on f: DataFlow
  when in_scope(f) and crosses_trust(f) and f.target is ExternalInteractor
  likelihood = Low
  impact = worst_change(f)
  mitigated_by = [AuditLog(on = f.source), MessageSigning]
  references = ["CWE-778", "CAPEC-195"]
  message = "{f.target} can say that it never got what {f.source} sent."
  detection = "Pick a delivery of last week and prove that it arrived."
  false_positives = "Nothing depends on this party having received it."
  remedy = "Ask for a receipt that the party signs or at least sends under its own login."
}

/// A store across a boundary has no record that it was written, so that writer and owner can each blame the other.
threat WriteDenied: Stride.Repudiation "No proof that the store was written" {
  on f: DataFlow
  when in_scope(f) and crosses_trust(f) and f.target is GenericDataStore
  likelihood = Low
  impact = worst_change(f)
  mitigated_by = [
    AuditLog(on = f.source),
    AppendOnlyStorage(strength = 60%, on = f.target),
    MessageSigning
  ]
  references = ["CWE-778", "CAPEC-195"]
  message = "Nobody can prove what {f.source} wrote into {f.target}, and when."
  detection = "Ask the owner of the store who wrote a given record, and compare with what the writer recorded."
  false_positives = "The store keeps versions together with who wrote them."
  remedy = "Record each write, with its writer and time, outside the reach of both ends."
}
