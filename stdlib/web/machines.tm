//! Machines: what lies on them, what writes its log there, who commands and renews what runs on them.

/// Something else runs on the machine, or somebody works there.
fn shared_machine(b: boundary) = count([n for n in b.elements where (n is process)]) >= 2
  or exists a in b.elements where (a is actor)

/// A secret that some program on the machine needs lies in a file, and so every other program and user there, or whoever breaks into the least of them, may read it, too.
threat ReadableSecretFiles: Stride.InformationDisclosure "Files that the whole machine can read" {
  on s: FileStore
  when not s.owner_only
  when known(s.holds) and exists d in s.holds where (d is Secret or d is Credentials)
  when exists b in s.boundaries where (b is Host and (known(s.owner_only) or shared_machine(b)))
  likelihood = Low
  impact = High
  mitigated_by = [OwnerOnlyFiles, HardenedBaseline, LeastPrivilege, SecretsManagement]
  references = ["CWE-732", "CWE-276", "CAPEC-150", "T1552.001", "T1552.004", "A01:2021", "A01:2025"]
  message = "Other programs and users of the machine may be able to read the secrets in {s}."
  detection = "List owner, group and mode of each file, of the folders above it and of its backups; read it as an account that has no business with it."
  false_positives = "One program runs on the machine, and nobody else logs in."
  remedy = "Give each file to the one account that needs it, take group and others away, set the mode when the file is made and not afterwards, and let the program refuse to start when it is wider."
  fix "Only the owner reads" { s.owner_only = true }
}

/// The writer tells what it writes there to another machine, too.
fn told_elsewhere(f: flow) = exists g in f.source.outflows
  where (not on_one_machine(g)
    and known(f.sends)
    and known(g.sends)
    and exists d in f.sends where (g.sends has d))

/// It writes into the log on its own machine, and nothing takes the entries elsewhere.
fn writes_beside_itself(s: LogStore) = exists f in s.inflows
    where (f.source is process and on_one_machine(f))
  and count(s.outflows) == 0
  and all f in s.inflows where (on_one_machine(f) and not told_elsewhere(f))

/// Whoever takes over the program, or the machine, deletes the lines that tell how. A log is evidence only where its writer cannot change it.
threat LogBesideItsWriter: Stride.Repudiation "The traces lie where the thief is" {
  on s: LogStore
  when writes_beside_itself(s)
  when not s.append_only
  when not (known(s.holds) and exists d in s.holds where (d is AuditTrail))
  when none b in s.boundaries where (b is Cluster or b is UserDevice or b is Browser)
  likelihood = Low
  impact = Moderate
  mitigated_by = [AppendOnlyStorage, Alerting(strength = 30%)]
  references = ["CWE-778", "CAPEC-268", "T1070.002", "T1070.001", "A09:2021", "A09:2025"]
  message = "Who takes the machine of {s} can change what is written there."
  detection = "As the account of a program that writes the log, delete yesterday's lines, then look for a copy that still has them."
  false_positives = "The entries are only for finding faults, and what tells of attacks is kept elsewhere."
  remedy = "Send each entry, as it is written, to another machine with other administrators that only adds, and raise an alarm when a writer falls silent."
  fix "Entries cannot be changed" { s.append_only = true }
}

/// What watches or configures the machines may run commands on all of them. Whoever takes it, or one account of it, has every machine at once, with the highest rights.
threat OrdersFromTheWatcher: Stride.ElevationOfPrivilege "Who watches the machines commands them" {
  on p: CommandsAgents
  when not p.orders_listed
  when exists n in p.neighbours where (n is process)
  likelihood = Low
  impact = VeryHigh
  mitigated_by = [
    ListedOrders,
    LeastPrivilege,
    NetworkSegmentation(strength = 40%),
    StrongAuthentication(strength = 40%),
    AdministrationGateway(strength = 40%)
  ]
  references = ["CWE-250", "CWE-749", "CAPEC-122", "T1072", "T1059"]
  message = "Agents on other machines may do whatever {p} tells them."
  detection = "With its own account, order an agent to write a file as the highest user of its machine; list who can log in to it, and from where."
  false_positives = "Agents only report; the part that takes orders is not installed."
  remedy = "Let agents that watch only report. Where they must act, let each keep a list of what it will do, demand a second person for the rest, and guard the commanding machine like the strongest of those it commands."
  fix "Agents obey a list" { p.orders_listed = true }
}

/// A program that opens shells or copies files by itself takes any key that the other side shows, since nobody is there to compare it. Whoever gets into the way is that machine, and is handed commands, files and often passwords.
threat AnyHostKey: Stride.Spoofing "Any machine may answer" {
  on f: Ssh
  when f.source is process and f.source is not ClientApp and f.source is not Workstation
  when exposed(f) and not on_one_machine(f)
  when not f.host_key_known
  likelihood = Low
  impact = High
  mitigated_by = [
    KnownHostKeys,
    Vpn(strength = 50%),
    NetworkSegmentation(strength = 30%, on = f.target)
  ]
  references = ["CWE-322", "CWE-295", "CAPEC-94", "T1557"]
  message = "{f.source} may open a shell or copy files to whatever answers for {f.target}."
  detection = "Let another machine answer under the name and see whether the program goes on; search for settings such as `StrictHostKeyChecking=no` and for callbacks that accept every key."
  false_positives = "The host keys are signed by an authority that the program knows."
  remedy = "Give the program the keys of the machines it may talk to, or an authority that signs them, and let it hang up otherwise."
  fix "Know the key beforehand" { f.host_key_known = true }
}

/// It fetches its own next version and runs it. Whoever can answer in the place of the maker, or gets into the server with the downloads, runs code wherever it is installed.
threat UnverifiedUpdate: Stride.Tampering "Updates from anyone" {
  on p: UpdatesItself
  when not p.updates_verified
  likelihood = Low
  impact = VeryHigh
  mitigated_by = [SignedUpdates, CodeIntegrity, Tls(strength = 30%, on = p.outflows)]
  references = ["CWE-494", "CWE-347", "CAPEC-186", "T1195.002", "A08:2021", "A08:2025"]
  message = "{p} may install whatever is offered to it as its next version."
  detection = "Offer it, from a server of yours under the maker's name, a changed package, one signed by another key, and last year's version with its old signature."
  false_positives = "A package manager of the platform fetches and checks it."
  remedy = "Sign updates with a key that is not on the download server, check signature and version before anything of it runs, and keep a way to replace the key."
  fix "Check before installing" { p.updates_verified = true }
}
