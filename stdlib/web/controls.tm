//! Controls for types of this package.

/// Depth, size and cost of a query are limited before it runs.
control QueryLimits: GraphQlApi "Query limits" {
  strength = 85%
  depth_limit = true
  satisfies = ["NIST-800-53 SC-6"]
  cost = 2_000 EUR
}

/// Programs that pose as people are told apart and slowed down.
control BotDefence: process "Defence against bots" {
  strength = 50%
}

/// Callers get a short answer and a number; the details are in the log.
control GenericErrors: WebService "Short answers to errors" {
  strength = 90%
  detailed_errors = false
  satisfies = ["NIST-800-53 SI-11", "ISO-27001 A.8.28", "NIST-SSDF-1.1 PW.5.1"]
}

/// Requests that could be read in two ways are refused at the first hop.
control StrictHttp: HttpRelay "Strict reading of HTTP" {
  strength = 85%
  rejects_ambiguous = true
  satisfies = ["NIST-800-53 SC-7(17)"]
}

/// SPF, DKIM and a DMARC policy that asks to refuse what fails.
control MailAuthentication: EmailProvider "Mail that proves its sender" {
  strength = 80%
  sender_proven = true
  satisfies = ["NIST-800-53 SC-8", "PCI-DSS-4.0.1 5.4.1", "ISO-27001 A.5.14", "CIS-8.1 9.5"]
}

/// The account with the registrar has a second factor, and the domain is locked against transfer.
control DomainLock: DomainNames "Locked domain" {
  strength = 85%
  registrar_guarded = true
  satisfies = ["NIST-800-53 SC-20"]
}

/// Each event carries a time and a signature that its receiver can check.
control SignedEvents: SendsWebhooks "Signed events" {
  strength = 90%
  events_signed = true
  satisfies = ["NIST-800-53 SC-8", "NIST-800-53 AU-10", "ISO-27001 A.5.14", "NIST-CSF-2.0 PR.DS-02"]
}

/// Events have a number; one that was seen before, or is old, changes nothing.
control Deduplication: ReceivesWebhooks "Each event counts once" {
  strength = 90%
  replay_checked = true
  satisfies = ["NIST-800-53 SC-23", "ISO-27001 A.8.26", "SOC-2 PI1.2", "SOC-2 PI1.3"]
}

/// Checks and the change they allow happen as one, so that two requests at once do not both pass.
control AtomicChecks: LimitedOffer "Check and change in one step" {
  strength = 90%
  serialised = true
  satisfies = ["NIST-800-53 SI-10", "ISO-27001 A.8.28", "SOC-2 PI1.3", "NIST-SSDF-1.1 PW.5.1"]
}

/// Each name in an archive, and each link, is resolved first and refused when it leads out of the folder.
control ConfinedEntries: UnpacksArchives "Entries stay in their folder" {
  strength = 95%
  entries_confined = true
  satisfies = [
    "NIST-800-53 SI-10",
    "PCI-DSS-4.0.1 6.2.4",
    "ISO-27001 A.8.28",
    "NIST-SSDF-1.1 PW.5.1"
  ]
}

/// Size, number and depth of what comes out are counted while unpacking, and too much ends it.
control LimitedUnpacking: UnpacksArchives "Limits for unpacking" {
  strength = 85%
  unpacking_limited = true
  satisfies = ["NIST-800-53 SC-6"]
}

/// Each program has a login that can write the tables it owns and read, at most, the rest.
control OneWriterEach: SqlDatabase "One writer for each table" {
  strength = 80%
  writers_apart = true
  satisfies = [
    "NIST-800-53 AC-6",
    "PCI-DSS-4.0.1 7.2.5",
    "ISO-27001 A.8.2",
    "SOC-2 CC6.3",
    "NIST-CSF-2.0 PR.AA-05"
  ]
}

/// The database ends queries of each login after an agreed time.
control QueryTimeLimit: SqlDatabase "Time limit for queries" {
  strength = 70%
  query_time_limited = true
  satisfies = ["NIST-800-53 SC-5", "NIST-800-53 SC-6", "ISO-27001 A.8.6"]
}

/// What one caller, and all strangers together, can cause in a day at paid services has a ceiling.
control CostLimits: process "Limits on what callers cost" {
  strength = 75%
  costs_limited = true
  satisfies = ["NIST-800-53 SC-6"]
}

/// Answers of others, redirects included, are cut off after a time and a size.
control AnswerLimits: process "Limits for answers of others" {
  strength = 85%
  answers_limited = true
  satisfies = ["NIST-800-53 SC-6"]
}

/// The origins that may read answers with a user's login stand in a list and are compared whole.
control ListedOrigins: WebService "Listed origins only" {
  strength = 95%
  any_origin = false
  satisfies = ["NIST-800-53 AC-3", "NIST-800-53 AC-4", "ISO-27001 A.8.26"]
}

/// Each page tells browsers not to show it inside pages of others.
control FramingRefused: WebApp "Not shown inside other sites" {
  strength = 95%
  framing_refused = true
  satisfies = ["NIST-800-53 SC-18", "ISO-27001 A.8.26"]
}

/// The server adds the headers that limit type, scripts, frames and devices to every answer, errors and files included.
control GuardedAnswers: WebApp "Guarding headers on every answer" {
  strength = 80%
  answers_guarded = true
  satisfies = ["NIST-800-53 SC-18", "ISO-27001 A.8.26"]
}

/// What one person gets is limited by something that costs more to have twice than it is worth: a card, a number, an identity.
control SharesByPerson: LimitedOffer "Shares by person" {
  strength = 70%
  shared_out = true
}

/// What partners answer is read into fixed types, with limits, like input from strangers.
control CheckedAnswers: process "Answers of partners checked" {
  strength = 85%
  answers_checked = true
  satisfies = [
    "NIST-800-53 SI-10",
    "PCI-DSS-4.0.1 6.2.4",
    "ISO-27001 A.8.28",
    "NIST-SSDF-1.1 PW.5.1"
  ]
}

/// Metrics, profiles and debug pages listen on an address of their own and ask who is calling, or are off.
control ClosedDiagnostics: process "Diagnostics for those inside only" {
  strength = 90%
  diagnostics_open = false
  satisfies = ["CIS-8.1 4.8"]
}

/// Errors are answered shortly, debug modes are off in every release, and a scan looks for pages of state.
control HiddenInsides: model "Nothing of the inside for strangers" {
  strength = 70%
  insides_hidden = true
  satisfies = ["NIST-800-53 SI-11", "NIST-800-53 CM-7", "ISO-27001 A.8.9"]
}

/// Lists of everything in use are compared with new holes each day, and somebody closes what matters in days.
control ComponentWatch: model "Components watched" {
  strength = 60%
  components_watched = true
  satisfies = [
    "NIST-800-53 RA-5",
    "NIST-800-53 SI-2",
    "PCI-DSS-4.0.1 6.3.3",
    "ISO-27001 A.8.8",
    "SOC-2 CC7.1",
    "NIST-SSDF-1.1 RV.1.1",
    "NIST-CSF-2.0 ID.RA-01"
  ]
}

/// All hosts, interfaces and versions that answer are listed, compared with what a scan finds, and old ones switched off.
control InterfaceList: model "List of all interfaces" {
  strength = 60%
  interfaces_listed = true
  satisfies = ["NIST-800-53 CM-8", "NIST-CSF-2.0 ID.AM-02", "PCI-DSS-4.0.1 12.5.1"]
}

/// Rules watch the entries as they come, and wake somebody when they look wrong.
control LogAlarms: LogStore "Alarms on logs" {
  strength = 60%
  alarms = true
  satisfies = [
    "NIST-800-53 SI-4",
    "NIST-800-53 AU-6",
    "ISO-27001 A.8.16",
    "SOC-2 CC7.2",
    "NIST-CSF-2.0 DE.CM-09"
  ]
}

/// Algorithms, lengths of keys and versions of TLS come from one list that is renewed each year; others are refused everywhere.
control AlgorithmList: model "List of algorithms, kept current" {
  strength = 70%
  algorithms_current = true
  satisfies = ["NIST-800-53 SC-13", "ISO-27001 A.8.24", "NIST-CSF-2.0 PR.DS-02"]
}

/// The front removes what callers say about themselves and sets it anew; programs behind it believe nobody else.
control HeadersSetAnew: HttpRelay "Headers about callers set anew" {
  strength = 90%
  speaks_alone = true
  satisfies = ["NIST-800-53 SC-7(17)", "NIST-800-53 SI-10"]
}

/// Everything that changes an answer is part of the name under which it is kept; the rest is removed before the server sees it.
control CompleteCacheKeys: Cdn "Complete names in the cache" {
  strength = 90%
  full_cache_keys = true
  satisfies = ["NIST-800-53 SC-4"]
}

/// The network keeps only what is marked as public, and a test with two users looks after each change.
control PrivateKeptOut: Cdn "Only public answers in the cache" {
  strength = 90%
  private_kept_out = true
  satisfies = ["NIST-800-53 SC-4", "NIST-800-53 AC-4"]
}

/// After some wrong tries both the account and the address have to wait, or are asked for more. It takes the place of `AccountLockout`, which counts one of them.
control GuessLimits: process "Guesses limited by account and address" {
  strength = 80%
  guesses_limited = true
  satisfies = ["NIST-800-53 AC-7", "PCI-DSS-4.0.1 8.3.4", "ISO-27001 A.8.5"]
}

/// The server makes the name of a session, makes a new one at each login, and knows no others.
control FreshSessions: WebService "A new session at login" {
  strength = 95%
  session_renewed = true
  satisfies = ["NIST-800-53 SC-23", "ISO-27001 A.8.5", "NIST-CSF-2.0 PR.AA-04"]
}

/// The way back in asks for a proof as good as the login's, works once and for minutes, and tells the owner.
control GuardedRecovery: RecoversAccounts "Guarded way back in" {
  strength = 80%
  recovery_guarded = true
  satisfies = ["NIST-800-53 IA-5", "ISO-27001 A.5.17", "NIST-CSF-2.0 PR.AA-01"]
}

/// Templates are files of the release; input fills their variables and never becomes part of them.
control FixedTemplates: RendersTemplates "Fixed templates" {
  strength = 95%
  templates_fixed = true
  satisfies = [
    "NIST-800-53 SI-10",
    "PCI-DSS-4.0.1 6.2.4",
    "ISO-27001 A.8.28",
    "NIST-SSDF-1.1 PW.5.1"
  ]
}

/// While the model reads a text of a stranger, it has the rights of that stranger: no tools that change, nothing to tell that the writer may not know.
control ContainedOrders: process "Orders in texts lead nowhere" {
  strength = 75%
  orders_contained = true
  satisfies = ["NIST-800-53 SI-10", "NIST-800-53 AC-6"]
}

/// Each file with secrets belongs to the account of its program, and nobody else may read it.
control OwnerOnlyFiles: FileStore "Files for their owner only" {
  strength = 90%
  owner_only = true
  satisfies = ["NIST-800-53 AC-6", "ISO-27001 A.8.2", "SOC-2 CC6.3", "NIST-CSF-2.0 PR.AA-05"]
}

/// Each agent does what a list on its own machine allows, whatever it is told.
control ListedOrders: CommandsAgents "Agents with a list of their own" {
  strength = 80%
  orders_listed = true
  satisfies = ["NIST-800-53 AC-6", "ISO-27001 A.8.2", "SOC-2 CC6.3", "NIST-CSF-2.0 PR.AA-05"]
}

/// The keys of machines, or of an authority that signs them, are given to callers beforehand; others are refused.
control KnownHostKeys: Ssh "Known keys of hosts" {
  strength = 95%
  host_key_known = true
  satisfies = ["NIST-800-53 IA-3", "NIST-800-53 SC-23", "NIST-CSF-2.0 PR.AA-03"]
}

/// It installs what a key it already knows has signed, and nothing older than itself.
control SignedUpdates: UpdatesItself "Signed updates only" {
  strength = 90%
  updates_verified = true
  satisfies = [
    "NIST-800-53 CM-14",
    "NIST-800-53 SI-7(15)",
    "ISO-27001 A.8.19",
    "SOC-2 CC6.8",
    "NIST-CSF-2.0 PR.PS-05"
  ]
}

/// A job follows each name every day and removes those that point at something we no longer have.
control NameChecks: DomainNames "Names checked for loose ends" {
  strength = 75%
  names_checked = true
  satisfies = ["NIST-800-53 SC-20"]
}

/// Records say who may issue certificates for the names, and somebody is told of each new one.
control LimitedIssuers: DomainNames "Issuers of certificates limited" {
  strength = 75%
  issuers_limited = true
  satisfies = ["NIST-800-53 SC-20", "NIST-800-53 SI-4"]
}

/// Each address is resolved, compared with a list, and fetched from just that number; redirects go the same way.
control CheckedAddresses: FetchesUrls "Addresses checked after resolving" {
  strength = 90%
  addresses_checked = true
  satisfies = ["NIST-800-53 SI-10", "NIST-800-53 AC-4", "PCI-DSS-4.0.1 6.2.4"]
}

/// What changes something is refused unless it carries a value, or a header of the browser, that only a page of its own has.
control OwnPagesOnly: WebService "Changes from own pages only" {
  strength = 90%
  forgery_refused = true
  satisfies = ["NIST-800-53 SC-23", "PCI-DSS-4.0.1 6.2.4"]
}

/// Where browsers are sent on to is a path of its own, or comes from a list.
control ListedTargets: process "Listed targets of redirects" {
  strength = 95%
  targets_listed = true
  satisfies = [
    "NIST-800-53 SI-10",
    "PCI-DSS-4.0.1 6.2.4",
    "ISO-27001 A.8.28",
    "NIST-SSDF-1.1 PW.5.1"
  ]
}

/// Files from callers get new names, limits and a check of their content, and lie where nothing runs or shows them as they are.
control ScreenedUploads: AcceptsUploads "Uploads renamed, limited and kept apart" {
  strength = 85%
  uploads_screened = true
  satisfies = ["NIST-800-53 SI-3", "ISO-27001 A.8.7", "SOC-2 CC6.8"]
}

/// Only plain values or objects of listed classes come out of what is read, or it carries our signature.
control ListedClasses: DeserializesObjects "Listed classes only" {
  strength = 90%
  classes_listed = true
  satisfies = [
    "NIST-800-53 SI-10",
    "PCI-DSS-4.0.1 6.2.4",
    "ISO-27001 A.8.28",
    "NIST-SSDF-1.1 PW.5.1"
  ]
}

/// The parser resolves neither document types nor entities of the document's own.
control NoEntities: ParsesXml "No entities in XML" {
  strength = 95%
  entities_off = true
  satisfies = [
    "NIST-800-53 SI-10",
    "PCI-DSS-4.0.1 6.2.4",
    "ISO-27001 A.8.28",
    "NIST-SSDF-1.1 PW.5.1"
  ]
}

/// What looks like a password or token is taken out on the way in, and somebody searches for what slipped through.
control FilteredLogs: LogStore "Secrets filtered before they are kept" {
  strength = 85%
  secrets_kept_out = true
  satisfies = ["ISO-27001 A.8.11"]
}
