//! Exposure: stores that policies open to others.
use std.data
use std.web

/// The bucket's policy lets anyone on the internet read. Search engines for open buckets find it within days.
threat PublicBucket: Stride.InformationDisclosure "A bucket open to everyone" {
  on s: Bucket
  when s.public_access
  when exists d in s.holds where d.confidentiality >= Low
  likelihood = VeryHigh
  impact = max(s.holds.confidentiality)
  mitigated_by = [
    BlockPublicAccess,
    ServicePerimeter,
    LeastPrivilege(strength = 80%),
    FieldEncryption,
    HardenedBaseline,
    Guardrails
  ]
  references = ["CWE-552", "CAPEC-150", "T1530", "T1619"]
  message = "What is not for everyone lies in {s}, open to the internet."
  detection = "List and fetch an object without credentials, and with those of a foreign account; read the block of public access of account and bucket."
  false_positives = "The bucket serves a public site, and the confidential data was entered in the model by mistake."
  remedy = "Block public access for the whole account; what is meant for everyone goes through a delivery network from a bucket of its own."
  fix "Close the bucket" { s.public_access = false }
}

/// A database that programs reach over a network, and that stands in none of ours as far as is drawn.
fn has_an_address(s: store) = (s is CloudSql or s is CloudDocuments or s is CloudSearch)
  and s is not ServesClients
  and none b in s.boundaries where (b is CloudNetwork)

/// It is known to hold what few should read.
fn worth_asking(s: store) = known(s.holds)
  and exists d in s.holds where (known(d.confidentiality) and d.confidentiality >= Moderate)

/// The store has an address on the internet; only a password and a firewall rule stand between it and everyone.
threat PublicDatabase: Stride.InformationDisclosure "A store with a public address" {
  on s: CloudStore
  when s is not Bucket
  when s.public_access
  when known(s.public_access) or has_an_address(s) and worth_asking(s)
  when not exists f in s.inflows where (from_untrusted(f))
  likelihood = High
  impact = if known(s.holds) then max(s.holds.confidentiality) else High
  mitigated_by = [
    BlockPublicAccess,
    PrivateEndpoint,
    NetworkSegmentation,
    ServicePerimeter,
    StrongAuthentication(strength = 60%)
  ]
  references = ["CWE-1327", "CAPEC-1", "T1190", "T1530"]
  message = "Strangers on the internet may connect to {s}, though nobody there needs it."
  detection = "Resolve its name from outside and connect; ask for it with the credentials of a foreign account."
  false_positives = "A rule allows only fixed addresses, and a check keeps it so."
  remedy = "Take the public address away, and give it one inside."
  fix "Take the public address away" { s.public_access = false }
}

/// A bucket that forgets old versions: whoever may write, a script gone wrong or an extortionist, can replace everything for good.
threat BucketOverwritten: Stride.Tampering "Objects replaced for good" {
  on s: Bucket
  when not s.versioning
  when exists d in s.holds
    where (d.integrity >= Moderate
      and (known(s.versioning) or d is not Artefact or known(d.availability)))
  likelihood = Low
  impact = max(s.holds.integrity)
  mitigated_by = [ObjectVersions, AppendOnlyStorage, Backups, LeastPrivilege]
  references = ["CAPEC-165", "T1485", "T1485.001", "T1486"]
  message = "Objects in {s} must be right, and no old versions are kept."
  detection = "Overwrite an object with the application's role, then try to get the old one back."
  false_positives = "Every object can be made again from its source."
  remedy = "Keep old versions for as long as it takes to notice, and let the program's role add but not remove versions."
  fix "Keep old versions" { s.versioning = true }
}

/// A snapshot is the whole disk or database, outside of its network and its logins. Shared once for a test, it can be copied by others ever after.
threat SharedSnapshot: Stride.InformationDisclosure "Snapshots that others may copy" {
  on s: CloudStore
  when known(s.snapshots_shared) and s.snapshots_shared
  likelihood = High
  impact = if known(s.holds) then max(s.holds.confidentiality) else High
  mitigated_by = [PrivateSnapshots, EncryptionAtRest(strength = 50%), FieldEncryption, Guardrails]
  references = ["CWE-552", "CAPEC-150", "T1537", "T1578.001"]
  message = "Snapshots of {s} can be copied by accounts that are not ours."
  detection = "From a foreign account, list shared snapshots of our account, copy one and open it."
  false_positives = "The snapshot is an image that was made to be given away, and nothing else is on it."
  remedy = "Stop sharing, look in the record for who copied, and encrypt with a key that no other account may use."
  fix "Stop sharing" { s.snapshots_shared = false }
}

/// Another organisation reads it whenever it likes, as does whoever breaks in over there; and nobody here sees for how long still.
threat ForeignReaders: Stride.InformationDisclosure "Accounts of others may read it" {
  on s: CloudStore
  when known(s.shared_outside) and s.shared_outside
  when exists d in s.holds where d.confidentiality >= Moderate
  likelihood = Low
  impact = max(s.holds.confidentiality)
  mitigated_by = [
    OwnReadersOnly,
    LeastPrivilege(strength = 70%),
    ServicePerimeter,
    DataMinimization,
    QueryRecording(strength = 30%)
  ]
  references = ["CWE-732", "CAPEC-180", "T1537", "T1530"]
  message = "Accounts of others may read {s}."
  detection = "List the accounts in its policy and in those of its keys, and ask for each whose it is and what for."
  false_positives = "The other party is meant to have everything in it, and a contract says so."
  remedy = "Give the other party a copy of what it needs in a place of its own, with an end; name roles, not accounts."
  fix "Only ours" { s.shared_outside = false }
}

/// A link that opens the object without a login is forwarded, logged and indexed, and still works when everyone has forgotten it.
threat LongLinks: Stride.InformationDisclosure "Links that work for too long" {
  on s: Bucket
  when known(s.link_lifetime) and s.link_lifetime > 7d
  when exists d in s.holds where d.confidentiality >= Moderate
  likelihood = Moderate
  impact = max(s.holds.confidentiality)
  mitigated_by = [
    ShortLinks,
    DataMinimization(strength = 40%),
    LogRedaction(strength = 20%, on = s.inflows.source)
  ]
  references = ["CWE-613", "CAPEC-21", "T1530", "T1550.001"]
  message = "Whoever has a link to {s} can use it for {s.link_lifetime}."
  detection = "Search logs, mails and tickets for signed links, and try the oldest."
  false_positives = "The link opens one object that was made for its receiver, and can be withdrawn."
  remedy = "Make links when they are asked for, for minutes, for one object and one action, under a policy by which all can be withdrawn."
  fix "Links for minutes" { s.link_lifetime = 15min }
}

/// Anyone with an account at the provider puts in messages, and what reads them believes that they are ours.
threat OpenSenders: Stride.Spoofing "Anyone may put messages in" {
  on q: CloudQueue
  when known(q.open_senders) and q.open_senders
  when count(q.neighbours) >= 1
  likelihood = High
  impact = if known(q.holds) then max(q.holds.integrity) else Moderate
  mitigated_by = [
    NamedSenders,
    MessageSigning(on = q.inflows),
    LeastPrivilege(strength = 80%),
    InputValidation(on = q.neighbours, strength = 40%)
  ]
  references = ["CWE-306", "CAPEC-194", "T1565.001"]
  message = "Strangers may put messages into {q}."
  detection = "From a foreign account, send a message, and watch what reads it."
  false_positives = "Messages are signed, and unsigned ones are thrown away."
  remedy = "Name the senders in the policy; let services send only for named resources of ours."
  fix "Named senders" { q.open_senders = false }
}

/// Users ask the store by themselves, and its rules let everyone who is logged in, or everyone, read or write too much. Rules written for the first week of a project are often still there.
threat OpenClientRules: Stride.InformationDisclosure "Rules that let users read each other" {
  on s: ServesClients
  when not s.rules_per_user
  when exists f in s.inflows where (f.source is ClientApp)
  likelihood = High
  impact = if known(s.holds) then max(s.holds.confidentiality) else High
  mitigated_by = [ClientRules, FieldEncryption(strength = 40%)]
  references = ["CWE-863", "CWE-639", "CAPEC-22", "T1530"]
  message = "Client programs ask {s} themselves, and it may not decide for each record who may read and write it."
  detection = "With the key from the app and a new user's login, read and write records of another user, and list each collection."
  false_positives = "Everything in it is meant for everyone, and nothing can be written."
  remedy = "Refuse by default; for each collection compare the owner in the record with the user, check the form of what is written, and test both in the build."
  fix "Rules for each record" { s.rules_per_user = true }
}

/// A link that lets a user put something into the store lets him put anything there: a page with a script, a film of a terabyte, another user's file.
threat LooseUploadLink: Stride.Tampering "A link that takes anything" {
  on f: SignedLink
  when not f.bound
  when f.target is ObjectStore
  when not (known(f.sends) and count(f.sends) == 0)
  likelihood = Moderate
  impact = Moderate
  mitigated_by = [
    BoundUploads,
    UploadScreening(on = f.target.neighbours),
    ObjectVersions(strength = 20%, on = f.target)
  ]
  references = ["CWE-434", "CWE-770", "CAPEC-165", "T1565.001"]
  message = "With a link from us, {f.source} may put anything into {f.target}."
  detection = "Take a link for a small picture and put a page, a huge file and another name there."
  false_positives = "Nothing reads or shows the object before a program has checked it."
  remedy = "Fix name, size and type in the signature, let uploads land in a place of their own, and move them on when they were checked."
  fix "It is bound to one object" { f.bound = true }
}
