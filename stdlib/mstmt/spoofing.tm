//! Spoofing, after Microsoft's rules S1 to S8.

/// Another program answers or calls in the name of the sender, and the receiver cannot tell them apart.
threat SenderProcessSpoofed: Stride.Spoofing "The sending program can be impersonated" {
  on f: DataFlow
  when in_scope(f) and crosses_trust(f)
  when f.source is GenericProcess
    and (f.target is GenericProcess or f.target is GenericDataStore)
    and not f.source.authentication_scheme
  when f.authenticates_source != Yes
  likelihood = if from_anywhere(f) then High else Moderate
  impact = worst_change(f)
  mitigated_by = [ProvenSender, MutualTls, StrongAuthentication(on = f.target), MessageSigning]
  references = ["CWE-290", "CWE-940", "CAPEC-194", "T1036"]
  message = "{f.target} has no proof that what arrives comes from {f.source}."
  detection = "From another program on the sender's side of the boundary, send what that sender would send, and see whether the receiver acts on it."
  false_positives = "The platform admits this one caller only, for example by a network rule bound to its identity."
  remedy = "Let the sender prove itself on each connection: a client certificate, a workload identity or signed messages."
  fix "The sender is authenticated" { f.authenticates_source = Yes }
}

/// The sender connects to whoever answers; someone who stands in for the receiver gets what was meant for it and can answer what they like.
threat ReceiverProcessSpoofed: Stride.Spoofing "The receiving program can be impersonated" {
  on f: DataFlow
  when in_scope(f) and crosses_trust(f)
  when f.source is GenericProcess or f.source is ExternalInteractor or f.source is GenericDataStore
  when f.target is GenericProcess
  when not f.authenticates_destination
  likelihood = if from_anywhere(f) then High else Moderate
  impact = worst_read(f)
  mitigated_by = [ProvenReceiver, Tls, MutualTls]
  references = ["CWE-322", "CWE-297", "CAPEC-154", "T1557"]
  message = "{f.source} has no proof that it talks to {f.target}."
  detection = "Redirect the name of the receiver to a server of your own with a certificate of your own; the sender must refuse."
  false_positives = "Both ends are fixed by the platform, such as a pipe that only the receiver can create."
  remedy = "Use TLS and check the certificate against the name that was asked for."
  fix "The receiver is authenticated" { f.authenticates_destination = true }
}

/// Anyone can claim to be this person or system: neither they nor the channel prove it.
threat OutsiderSpoofed: Stride.Spoofing "Someone acts as this outside party" {
  on f: DataFlow
  when in_scope(f)
  when f.source is ExternalInteractor and f.source.authenticates_itself != Proven
  when f.target is GenericProcess
  when f.authenticates_source != Yes
  likelihood = if from_anywhere(f) then High else Moderate
  impact = worst_change(f)
  mitigated_by = [
    ProvenSender,
    StrongAuthentication(on = f.target),
    MultiFactor(on = [f.source, f.target]),
    MutualTls
  ]
  references = ["CWE-306", "CWE-290", "CAPEC-151", "T1078"]
  message = "{f.target} takes the word of whoever says to be {f.source}."
  detection = "Send each request without proof of identity, then with that of another test account."
  false_positives = "What is asked is public and changes nothing, so it does not matter who asks."
  remedy = "Ask for a proof that cannot simply be copied before serving this party."
  fix "The sender is authenticated" { f.authenticates_source = Yes }
}

/// What is read may come from another store than the one meant: a different server, file or path put in its place.
threat SourceStoreSpoofed: Stride.Spoofing "Data may come from a store put in place" {
  on f: DataFlow
  when in_scope(f) and f.source is GenericDataStore
  likelihood = Low
  impact = worst_change(f)
  mitigated_by = [
    MutualTls,
    Tls(strength = 70%),
    MessageSigning,
    CodeIntegrity(strength = 50%, on = [f.target])
  ]
  references = ["CWE-940", "CWE-73", "CAPEC-154", "T1565.001"]
  message = "{f.target} relies on what it reads from {f.source} being the real one."
  detection = "Point the reader at another store through its settings, name service or search path, as a user with few rights; it must notice or refuse."
  false_positives = "Place and identity of the store are fixed where only administrators can write, and its answers are checked."
  remedy = "Let the store prove itself, or sign what it holds and check the signature when reading."
}

/// What is written may land in another store than the one meant, where somebody else reads it.
threat TargetStoreSpoofed: Stride.Spoofing "Data may go to a store put in place" {
  on f: DataFlow
  when in_scope(f) and f.target is GenericDataStore
  likelihood = Low
  impact = worst_read(f)
  mitigated_by = [
    MutualTls,
    Tls(strength = 70%),
    StrongAuthentication(strength = 50%, on = f.target)
  ]
  references = ["CWE-941", "CWE-923", "CAPEC-154"]
  message = "{f.source} relies on {f.target} being the real one when it writes."
  detection = "Point the writer at a store of your own through its settings, name service or search path, as a user with few rights; it must notice or refuse."
  false_positives = "Place and identity of the store are fixed where only administrators can write."
  remedy = "Check the identity of the store before writing: its certificate, or the owner and path of the file."
}

/// Whoever poses as this outside party receives what our program sends to it.
threat OutsideReceiverSpoofed: Stride.Spoofing "Someone poses as the outside receiver" {
  on f: DataFlow
  when in_scope(f) and crosses_trust(f)
  when f.source is GenericProcess and f.target is ExternalInteractor
  likelihood = Moderate
  impact = worst_read(f)
  mitigated_by = [
    Tls(strength = 80%),
    MutualTls,
    StrongAuthentication(strength = 70%, on = f.source),
    EndToEndEncryption
  ]
  references = ["CWE-941", "CWE-923", "CAPEC-151", "T1557"]
  message = "{f.source} sends to {f.target} and has to trust that it is who it says."
  detection = "Follow how the program finds the receiver's address and what it checks before it sends; try to register or redirect an address of your own."
  false_positives = "The answer goes back over the connection on which this party has just proved itself."
  remedy = "Check a certificate or another proof of the receiver before anything is sent."
}
