//! Rights: what those who can talk to a store may do there, and whether anyone can tell later.
use std.web

/// Strangers open conversations with it, straight or through what passes them on.
fn meets_strangers(n: node) = exists f in n.inflows where (from_untrusted(f))

/// A program that strangers can reach opens it.
fn asked_for_strangers(f: flow) = f.source is process
  and (meets_strangers(f.source)
    or f.source is Relay
      and exists g in behind(f) where (g.source is process and meets_strangers(g.source)))

/// People look into the store, by themselves or with a tool that runs whatever they write.
fn by_hand(f: flow) = f.source is actor
  or f.source is Workstation
  or f.source is QueryTool
  or by_staff(f)

/// One hole in the program, and the attacker does not only read what the program could: he drops tables, reads those of others, makes logins for himself.
threat OwnerLogin: Stride.ElevationOfPrivilege "Programs log in as the owner" {
  on s: SqlDatabase
  when s.owner_login
  when exists f in s.inflows where (asked_for_strangers(f))
  likelihood = Low
  impact = High
  mitigated_by = [
    NarrowLogin,
    LeastPrivilege,
    ParameterizedQueries(on = s.inflows.source, strength = 60%)
  ]
  references = ["CWE-250", "CAPEC-122", "CAPEC-66", "T1505.001", "T1485"]
  message = "Programs that strangers can reach use {s} as its owner."
  detection = "With the program's login, list tables of others, create one, and add a login."
  false_positives = "The database holds nothing but this program's tables, and they can be made again."
  remedy = "One login changes tables when a release is rolled out; the program has another one that can only use them."
  fix "A login for the task" { s.owner_login = false }
}

/// Nobody can tell which of them did it, none can be locked out alone, and a password that many know is changed by nobody.
threat SharedLogin: Stride.Repudiation "One login for several" {
  on s: store
  when known(s.shared_login) and s.shared_login
  when count(s.inflows.source) >= 2
  likelihood = Moderate
  impact = if known(s.holds)
        and exists d in s.holds where (known(d.integrity) and d.integrity >= High)
      then High
    else Moderate
  mitigated_by = [OwnLogins, QueryRecording(strength = 30%), SecretsManagement(strength = 30%)]
  references = ["CWE-223", "CAPEC-560", "T1078"]
  message = "Several programs or people use {s} with one login."
  detection = "Ask which row was changed by whom, and who would notice if the password were changed tonight."
  false_positives = "What shares the login are copies of one program."
  remedy = "A login for each program, given by the platform where it can; people come with their own names."
  fix "A login for each" { s.shared_login = false }
}

/// Whoever can ask, also through a hole in a program, makes the store's own machine run what he likes.
threat StoreRunsCode: Stride.ElevationOfPrivilege "The store runs code for those who ask" {
  on s: store
  when known(s.runs_code) and s.runs_code
  when exists f in s.inflows where (asked_for_strangers(f) or from_untrusted(f) or by_hand(f))
  likelihood = if exists f in s.inflows where (asked_for_strangers(f) or from_untrusted(f))
      then Moderate
    else Low
  impact = High
  mitigated_by = [
    PlainQueries,
    HardenedBaseline(strength = 70%),
    Sandbox(on = s.boundaries),
    LeastPrivilege,
    NetworkSegmentation(strength = 30%)
  ]
  references = ["CWE-94", "CAPEC-242", "T1505.001", "T1059"]
  message = "{s} runs code on its own machine for those who may ask it something."
  detection = "With a program's login, try the script language, procedures that start commands, and those that read files or fetch addresses."
  false_positives = "Scripts run in a language that can do nothing but compute, with limits on time and memory."
  remedy = "Switch scripts and commands off; where one is needed, install it as a reviewed procedure with a name."
  fix "No code" { s.runs_code = false }
}

/// A curious or bribed colleague looks up whom they like, and nothing shows it afterwards; nor could a thief with a colleague's login be told from them.
threat UnrecordedQueries: Stride.Repudiation "People look into the store unseen" {
  on s: store
  when not s.queries_recorded
  when exists f in s.inflows where (by_hand(f))
  when exists d in s.holds where d.confidentiality >= High
  likelihood = Moderate
  impact = Moderate
  mitigated_by = [
    QueryRecording,
    AdministrationGateway(strength = 60%, on = s.inflows.source),
    Alerting
  ]
  references = ["CWE-778", "T1213.006"]
  message = "People can read sensitive data in {s}, and no record shows who read what."
  detection = "Look up a test record by hand, and ask a week later, without saying when, who did."
  false_positives = "People see only sums, or the tool they use keeps the record."
  remedy = "Record queries of people outside of the store, by name, and have somebody look at samples."
  fix "Queries are recorded" { s.queries_recorded = true }
}

/// A login for the other database is kept in this one. Whoever breaks into the first, or may only write queries there, goes on into the second with rights that somebody chose once.
threat LinkedDatabases: Stride.ElevationOfPrivilege "One database logs in to another" {
  on f: flow
  when f.source is SqlDatabase and f.target is SqlDatabase and f.target is not Rebuildable
  when exists d in f.target.holds where d.confidentiality >= Moderate
  likelihood = Low
  impact = max(f.target.holds.confidentiality)
  mitigated_by = [
    LeastPrivilege(on = f.target, strength = 70%),
    NetworkSegmentation(on = f.target, strength = 30%)
  ]
  references = ["CWE-441", "CAPEC-122", "T1210", "T1213.006"]
  message = "Who may write queries in {f.source} may read {f.target}, too, with the rights of the link."
  detection = "As the least of the users of the first, list the links and read a table of the second over one."
  false_positives = "The link passes on the rights of the person who asks."
  remedy = "Let a program copy what is needed; or give the link a login that can read one view."
}

/// Queries over years of data take the machine on which customers wait for a page.
threat ReportsOnProduction: Stride.DenialOfService "Reports slow down those who serve" {
  on s: SqlDatabase
  when s is not DataWarehouse
  when exists f in s.inflows where (f.source is QueryTool)
  when exists f in s.inflows where (asked_for_strangers(f) and f.source is not QueryTool)
  likelihood = Moderate
  impact = if known(s.holds) then max([d.availability for d in s.holds where known(d.availability)])
    else Moderate
  mitigated_by = [Redundancy, RateLimit(on = s.inflows.source, strength = 40%), AutoScaling]
  references = ["CWE-405", "CAPEC-130", "T1499.003"]
  message = "People run queries of their own on {s}, which users of a service wait for."
  detection = "Run the dearest report at noon on a test system under load."
  false_positives = "The store limits time and memory of each query."
  remedy = "Send reports to a replica or a warehouse; limit what a query of a person may cost."
}
