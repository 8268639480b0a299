//! Tampering, after Microsoft's rules T1 to T18.

/// What comes in over the boundary may be anything; a receiver that takes it for well formed can be made to crash or to do what it was not made for.
threat UncheckedArrival: Stride.Tampering "What crosses the boundary may be used unchecked" {
  on f: DataFlow
  when in_scope(f) and crosses_trust(f) and not sealed(f)
  when f.source is GenericProcess or f.source is ExternalInteractor
  when f.target is GenericProcess
  likelihood = if from_anywhere(f) then High else Moderate
  impact = worst_change(f)
  mitigated_by = [
    InputValidation(on = f.target),
    Waf(on = f.target),
    MessageSigning(strength = 50%)
  ]
  references = ["CWE-1287", "CWE-349", "CAPEC-153", "T1190"]
  message = "{f.target} takes from {f.source} what anyone on the way could have changed."
  detection = "Send values that are empty, huge, of another type and in another encoding; none may get past the first check."
  false_positives = "A gateway between the two refuses what does not match a strict schema."
  remedy = "Check length, form and range of everything on arrival, against what is allowed rather than what is forbidden."
}

/// The receiver looks after its memory itself, and the sender can hand it addresses or lengths: one wrong use, and memory of either program is overwritten.
threat MemoryTampered: Stride.Tampering "Memory of a native program can be overwritten" {
  on f: DataFlow
  when in_scope(f)
  when f.source is GenericProcess and f.target is GenericProcess and f.target.code_type == Unmanaged
  likelihood = Low
  impact = High
  mitigated_by = [
    InputValidation(on = f.target),
    Sandbox(on = f.target),
    HardenedBaseline(strength = 30%, on = f.target)
  ]
  references = ["CWE-787", "CAPEC-100", "T1055"]
  message = "{f.target} manages its memory itself and works on what {f.source} hands it."
  detection = "Fuzz the interface with a build that checks every access to memory; look for pointers and lengths that are taken from the message."
  false_positives = "The two share no memory, and the messages are parsed by code that is generated and checked."
  remedy = "Copy what is passed before checking and using it, take no pointers from others, and build with the compiler's protections on."
}

/// Messages of a home-made protocol can be recorded and sent again, or in another order, and are taken for new.
threat ReplayedMessages: Stride.Tampering "Recorded messages can be sent again" {
  on f: DataFlow
  when in_scope(f)
  when f.source is GenericProcess and f.target is GenericProcess and f.source.custom_protocol
  likelihood = Moderate
  impact = worst_change(f)
  mitigated_by = [Tls(strength = 85%), MutualTls, MessageSigning(strength = 50%)]
  references = ["CWE-294", "CAPEC-94", "T1557"]
  message = "{f.source} speaks a protocol of its own to {f.target}, and old messages may be accepted again."
  detection = "Record a message that changes something and send it a second time, at once and a day later."
  false_positives = "The protocol runs inside TLS, and each message has a number that the receiver checks."
  remedy = "Run the protocol inside TLS; give each message a number or time under its signature and refuse what was seen."
}

/// Parts of a message or packet that overlap, repeat or collide are read differently by those who check it and by those who use it.
threat OverlappingMessages: Stride.Tampering "Messages that mean different things to different readers" {
  on f: DataFlow
  when in_scope(f)
  when f.source is GenericProcess and f.target is GenericProcess and f.source.custom_protocol
  likelihood = Low
  impact = worst_change(f)
  mitigated_by = [Tls, MutualTls, MessageSigning, InputValidation(strength = 60%, on = f.target)]
  references = ["CWE-436", "CWE-354"]
  message = "Messages of the protocol between {f.source} and {f.target} may be built so that a checker sees one thing and the receiver another."
  detection = "Build messages with parts that overlap, repeat or carry the same checksum with other content; compare what each reader makes of them."
  false_positives = "One parser reads each message, and its digest is made with a hash that has no known collisions."
  remedy = "Read each message once, refuse what is ambiguous, and sign it with a current hash."
}

/// Whoever reads a log trusts what is in it: a line made by an attacker can forge entries, break the reader, or run in the page that shows it.
threat LogsAttackReaders: Stride.Tampering "Log entries that attack their reader" {
  on f: DataFlow
  when in_scope(f)
  when f.source is GenericProcess and f.target is GenericDataStore and f.target.stores_log_data
    or f.target is GenericProcess and f.source is GenericDataStore and f.source.stores_log_data
  likelihood = Moderate
  impact = Moderate
  mitigated_by = [
    OutputEncoding(on = [f.source, f.target]),
    InputValidation(on = [f.source, f.target]),
    LogRedaction(strength = 20%, on = [f.source, f.target])
  ]
  references = ["CWE-117", "CAPEC-93", "CAPEC-81"]
  message = "What {f.source} hands to {f.target} are log entries, parts of which others wrote."
  detection = "Make the system log a name with line breaks, control characters and markup; look at the entry in every tool that shows it."
  false_positives = "Entries are written in a structured form, and their readers treat every field as text."
  remedy = "Write structured entries, encode what comes from outside, and treat logs as untrusted when reading."
}

/// The channel proves who speaks but does not protect what is said, so that whoever takes it over speaks with the proven name.
threat AuthenticatedChannelHijacked: Stride.Tampering "A proven channel can be taken over" {
  on f: DataFlow
  when in_scope(f)
  when f.authenticates_source == Yes or f.authenticates_destination
  when not sealed(f)
  likelihood = if from_anywhere(f) then High else Moderate
  impact = worst_change(f)
  mitigated_by = [ConfidentialChannel, Tls, MutualTls, Vpn(strength = 70%), MessageSigning]
  references = ["CWE-924", "CAPEC-593", "T1557", "T1565.002"]
  message = "{f.source} and {f.target} know each other, and yet others can read or change what they say."
  detection = "Let both ends log in through a proxy of yours, then change one message afterwards."
  false_positives = "The two ends are on one machine, and only administrators can watch between them."
  remedy = "Tie the proof to a channel that keeps secrets and notices changes, such as TLS."
  fix "The channel is sealed" { f.provides_confidentiality = true, f.provides_integrity = true }
}

/// Values from callers become part of a statement, and the database does what the caller wrote.
threat SqlFromProcess: Stride.Tampering "Statements for the database may contain input" {
  on f: DataFlow
  when in_scope(f)
  when f.target is SqlStore and f.source is GenericProcess
  likelihood = Moderate
  impact = High
  mitigated_by = [
    ParameterizedQueries(on = f.source),
    InputValidation(strength = 50%, on = f.source),
    LeastPrivilege(strength = 30%, on = [f.source, f.target])
  ]
  references = ["CWE-89", "CAPEC-66", "T1190"]
  message = "{f.source} sends statements to {f.target}; where input becomes part of them, callers write SQL."
  detection = "Search for statements put together from strings, and send a quotation mark in every field that reaches one."
  false_positives = "All statements are fixed, and values travel apart from them."
  remedy = "Send values as parameters, in every statement."
}

/// Someone outside talks to the database itself, and is free to write any statement that their account allows.
threat SqlFromOutside: Stride.Tampering "Outsiders write statements for the database" {
  on f: DataFlow
  when in_scope(f)
  when f.target is SqlStore and f.source is ExternalInteractor
  likelihood = if from_anywhere(f) then High else Moderate
  impact = High
  mitigated_by = [
    LeastPrivilege(on = f.target),
    NetworkSegmentation(on = f.target),
    StrongAuthentication(strength = 50%, on = f.target)
  ]
  references = ["CWE-89", "CWE-1220", "CAPEC-66", "T1190"]
  message = "{f.source} sends statements to {f.target} without a program of ours in between."
  detection = "With the credentials of this party, read and change what it should not, statement by statement."
  false_positives = "The account may call a few stored procedures and nothing else."
  remedy = "Put a program between the two, or grant only procedures with parameters."
}

/// A document can name other documents, grow on expansion, or carry a style sheet that runs: a parser that obeys it reads files, calls hosts or runs out of memory.
threat XmlProcessing: Stride.Tampering "XML that makes its parser work for others" {
  on f: DataFlow
  when in_scope(f) and f.carries_xml and f.target is GenericProcess
  likelihood = if from_anywhere(f) then High else Moderate
  impact = High
  mitigated_by = [SafeParsing(on = f.target), InputValidation(strength = 40%, on = f.target)]
  references = ["CWE-611", "CWE-776", "CAPEC-228", "CAPEC-221"]
  message = "{f.target} reads XML from {f.source}."
  detection = "Send a document that names a file of the server, one that names an address of yours, and one that expands a thousandfold."
  false_positives = "The parser refuses document type definitions and runs no style sheets."
  remedy = "Switch off document type definitions, external entities and scripts in style sheets."
}

/// JSON that is evaluated instead of parsed runs as code; JSON that a page of another site can load is read by it.
threat JsonProcessing: Stride.Tampering "JSON that runs, or that other sites can read" {
  on f: DataFlow
  when in_scope(f) and f.carries_json
  when (f is HttpFlow or f is HttpsFlow) and f.target is GenericProcess
  likelihood = if from_anywhere(f) then Moderate else Low
  impact = Moderate
  mitigated_by = [SafeParsing(on = f.target), InputValidation(strength = 40%, on = f.target)]
  references = ["CWE-95", "CWE-502", "CAPEC-111"]
  message = "{f.target} reads JSON from {f.source} over HTTP."
  detection = "Look for evaluation of texts and for types named in the data; include an answer of the service as a script in a page of another site."
  false_positives = "The receiver uses a parser that knows data only, and answers need a header that pages cannot set."
  remedy = "Parse with a parser for data, with a schema; never evaluate, and let no type be named by the sender."
}

/// What somebody else sent appears in a page as markup or script and runs in the browser of whoever looks at it.
threat ScriptInPages: Stride.Tampering "Script of others in our pages" {
  on f: DataFlow
  when in_scope(f)
  when f.target is WebServerProcess
      and not (f.target.sanitizes_output == Yes and f.target.sanitizes_input == Yes)
    or f.target is WebApplicationProcess
      and not (f.target.sanitizes_output == Yes and f.target.sanitizes_input == Yes)
  likelihood = if from_anywhere(f) then High else Moderate
  impact = Moderate
  mitigated_by = [
    OutputEncoding(on = f.target),
    ContentSecurityPolicy(on = f.target),
    InputValidation(strength = 40%, on = f.target)
  ]
  references = ["CWE-79", "CAPEC-63", "T1059.007"]
  message = "{f.target} makes pages, and what {f.source} sends may end up in them unchanged."
  detection = "Send a harmless tag in every field that a page shows again, and look at the page's source."
  false_positives = "The program answers with data only, never with pages."
  remedy = "Encode every value for the place in the page where it stands, and check what comes in."
}

/// Script that somebody stored earlier comes out of the store and runs in every browser that shows the record.
threat StoredScriptInPages: Stride.Tampering "Script from the store in our pages" {
  on f: DataFlow
  when in_scope(f) and f.source is GenericDataStore
  when f.target is WebServerProcess
      and not (f.target.sanitizes_output == Yes and f.target.sanitizes_input == Yes)
    or f.target is WebApplicationProcess
      and not (f.target.sanitizes_output == Yes and f.target.sanitizes_input == Yes)
  likelihood = Moderate
  impact = High
  mitigated_by = [
    OutputEncoding(on = f.target),
    ContentSecurityPolicy(on = f.target),
    InputValidation(strength = 40%, on = f.target)
  ]
  references = ["CWE-79", "CAPEC-592", "T1059.007"]
  message = "{f.target} puts into pages what it reads from {f.source}, whoever wrote it there."
  detection = "Write a harmless tag straight into the store, then open every page that shows the record."
  false_positives = "Only programs that encode for pages write to the store, and no text in it is shown."
  remedy = "Encode on the way out, also what comes from stores of your own."
}

/// Whoever can write across the boundary can also write wrongly: records changed, added or removed without those who rely on them noticing.
threat StoreCorrupted: Stride.Tampering "The store can be written wrongly from across the boundary" {
  on f: DataFlow
  when in_scope(f) and crosses_trust(f)
  when f.source is GenericProcess or f.source is ExternalInteractor
  when f.target is GenericDataStore
  likelihood = if from_anywhere(f) then High else Moderate
  impact = worst_change(f)
  mitigated_by = [
    LeastPrivilege(on = f.target),
    StrongAuthentication(strength = 50%, on = f.target),
    AppendOnlyStorage(on = f.target),
    Backups(strength = 40%, on = f.target)
  ]
  references = ["CWE-732", "CAPEC-1", "T1565.001"]
  message = "{f.source} writes into {f.target} from beyond a boundary."
  detection = "With the sender's credentials, change and delete records that it should only add, then ask who noticed."
  false_positives = "The store is an inbox that its readers check."
  remedy = "Grant the narrowest right to write, check what is written, and keep versions."
}
