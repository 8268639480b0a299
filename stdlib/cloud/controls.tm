//! Controls of cloud accounts and of what runs in them.
use std.data
use std.web

/// A switch above all policies keeps the store from being opened to everyone.
control BlockPublicAccess: CloudStore "Public access blocked" {
  strength = 95%
  public_access = false
  satisfies = [
    "NIST-800-53 AC-3",
    "NIST-800-53 SC-7(11)",
    "PCI-DSS-4.0.1 1.4.4",
    "ISO-27001 A.5.23",
    "ISO-27001 A.8.3",
    "SOC-2 CC6.1",
    "SOC-2 CC6.6",
    "CIS-8.1 3.3",
    "NIST-CSF-2.0 PR.AA-05",
    "NIST-CSF-2.0 PR.IR-01"
  ]
}

/// The store has no address outside of our networks.
control PrivateEndpoint: CloudStore "Address inside only" {
  strength = 70%
  satisfies = [
    "NIST-800-53 SC-7(11)",
    "PCI-DSS-4.0.1 1.4.4",
    "ISO-27001 A.8.20",
    "ISO-27001 A.8.22",
    "SOC-2 CC6.6",
    "CIS-8.1 13.4",
    "NIST-CSF-2.0 PR.IR-01"
  ]
}

/// A line around accounts that data does not cross, whatever single policies and stolen keys allow.
control ServicePerimeter: boundary "Perimeter around services" {
  strength = 65%
  satisfies = [
    "NIST-800-53 SC-7(10)",
    "NIST-800-53 AC-4",
    "ISO-27001 A.8.12",
    "SOC-2 CC6.6",
    "SOC-2 CC6.7",
    "CIS-8.1 3.13",
    "NIST-CSF-2.0 PR.IR-01"
  ]
}

/// Rules of the organisation that no administrator of an account can undo.
control Guardrails: boundary "Rules above the account" {
  strength = 50%
  satisfies = ["NIST-800-53 CM-6", "NIST-800-53 AC-6(1)", "ISO-27001 A.5.23", "CIS-8.1 4.1"]
}

/// Unusual use of the account wakes somebody: new regions, new keys, logs switched off, data read in bulk.
control AccountWatch: boundary "Account watched" {
  strength = 40%
  satisfies = [
    "NIST-800-53 SI-4",
    "NIST-800-53 AC-2(12)",
    "ISO-27001 A.8.16",
    "SOC-2 CC7.2",
    "NIST-CSF-2.0 DE.CM-03"
  ]
}

/// Old versions of objects are kept, and removing them is another right than writing.
control ObjectVersions: Bucket "Versions kept" {
  strength = 80%
  versioning = true
  satisfies = ["NIST-800-53 CP-9", "ISO-27001 A.8.13", "SOC-2 A1.2", "NIST-CSF-2.0 PR.DS-11"]
}

/// All actions on the account, in all regions, are sent to an account of those who watch.
control ActivityRecord: boundary "Actions on the record" {
  strength = 85%
  activity_logged = true
  satisfies = [
    "NIST-800-53 AU-12",
    "NIST-800-53 AU-9(2)",
    "PCI-DSS-4.0.1 10.2.1.2",
    "ISO-27001 A.8.15",
    "SOC-2 CC7.2",
    "CIS-8.1 8.2",
    "CIS-8.1 8.5",
    "CIS-8.1 8.9",
    "CIS-8.1 8.12",
    "NIST-CSF-2.0 PR.PS-04"
  ]
}

/// The strongest login lies in a safe with its hardware key, and its use rings a bell.
control GuardedRoot: boundary "Strongest login put away" {
  strength = 85%
  root_guarded = true
  satisfies = [
    "NIST-800-53 AC-6(5)",
    "NIST-800-53 IA-2(1)",
    "ISO-27001 A.8.2",
    "SOC-2 CC6.1",
    "CIS-8.1 4.7",
    "CIS-8.1 6.5",
    "NIST-CSF-2.0 PR.AA-05"
  ]
}

/// Spending above a line is reported within hours, and stopped where that does no harm.
control SpendingAlarms: boundary "Spending watched" {
  strength = 70%
  spending_watched = true
  satisfies = ["NIST-800-53 SI-4"]
}

/// People come with the logins of the company and lose them with their job.
control CompanyLogins: boundary "Logins of the company only" {
  strength = 85%
  local_logins = false
  satisfies = [
    "NIST-800-53 AC-2(3)",
    "PCI-DSS-4.0.1 8.2.5",
    "ISO-27001 A.5.16",
    "ISO-27001 A.5.18",
    "SOC-2 CC6.2",
    "CIS-8.1 5.6",
    "CIS-8.1 6.2",
    "CIS-8.1 6.7",
    "NIST-CSF-2.0 PR.AA-01"
  ]
}

/// Rights of administrators are asked for with a reason, given for an hour, and recorded.
control RightsForAnHour: boundary "Rights for an hour" {
  strength = 75%
  standing_rights = false
  satisfies = [
    "NIST-800-53 AC-2(6)",
    "NIST-800-53 AC-6(5)",
    "ISO-27001 A.8.2",
    "ISO-27001 A.5.18",
    "SOC-2 CC6.1",
    "CIS-8.1 6.1",
    "NIST-CSF-2.0 PR.AA-05"
  ]
}

/// Production, test and development have accounts of their own, and nothing leads from the last two to the first.
control SeparateAccounts: boundary "Stages kept apart" {
  strength = 85%
  satisfies = [
    "NIST-800-53 CM-2(6)",
    "PCI-DSS-4.0.1 6.5.3",
    "ISO-27001 A.8.31",
    "SOC-2 CC8.1",
    "CIS-8.1 16.8",
    "NIST-SSDF-1.1 PO.5.1",
    "NIST-CSF-2.0 PR.IR-01"
  ]
}

/// The role allows the actions that the program was seen to need, on the resources that are its own.
control TaskRole: CloudProgram "Role for the task" {
  strength = 85%
  broad_role = false
  satisfies = [
    "NIST-800-53 AC-6",
    "PCI-DSS-4.0.1 7.2.5",
    "ISO-27001 A.8.2",
    "SOC-2 CC6.3",
    "CIS-8.1 6.8",
    "NIST-CSF-2.0 PR.AA-05"
  ]
}

/// Whatever its policies say, the program never gets more than an upper bound.
control PermissionBoundary: CloudProgram "Upper bound of rights" {
  strength = 75%
  satisfies = [
    "NIST-800-53 AC-6",
    "NIST-800-53 AC-6(8)",
    "ISO-27001 A.8.2",
    "SOC-2 CC6.3",
    "NIST-CSF-2.0 PR.AA-05"
  ]
}

/// Only who holds a session token gets credentials from the metadata service.
control MetadataTokens: CloudMachine "Metadata by token" {
  strength = 85%
  metadata_token_required = true
  satisfies = ["NIST-800-53 CM-7", "NIST-800-53 AC-4", "SOC-2 CC6.1", "NIST-CSF-2.0 PR.AA-05"]
}

/// Administrators come in through a service of the provider that knows them; no port is open.
control NoOpenShell: CloudMachine "No open entry for administrators" {
  strength = 90%
  admin_ports_open = false
  satisfies = [
    "NIST-800-53 AC-17(3)",
    "PCI-DSS-4.0.1 1.3.1",
    "ISO-27001 A.8.20",
    "SOC-2 CC6.6",
    "CIS-8.1 4.4",
    "CIS-8.1 4.6",
    "NIST-CSF-2.0 PR.IR-01"
  ]
}

/// Machines start only from images that we built, or that a list names by owner and id.
control KnownImages: CloudMachine "Known images only" {
  strength = 85%
  image_known = true
  satisfies = [
    "NIST-800-53 CM-14",
    "NIST-800-53 CM-2",
    "ISO-27001 A.8.19",
    "SOC-2 CC6.8",
    "NIST-CSF-2.0 PR.PS-05"
  ]
}

/// Copies and cost have an upper limit.
control ScaleLimit: Serverless "Upper limit of copies" {
  strength = 75%
  scale_limited = true
  satisfies = ["NIST-800-53 SC-6", "ISO-27001 A.8.6"]
}

/// The role is lent to a named program, and only with a value that we gave to its owner.
control PinnedTrust: RoleAssumption "Trust in one caller" {
  strength = 90%
  caller_pinned = true
  trusts_whole_account = false
  satisfies = [
    "NIST-800-53 AC-3",
    "NIST-800-53 AC-6(6)",
    "ISO-27001 A.5.19",
    "SOC-2 CC6.1",
    "NIST-CSF-2.0 PR.AA-05"
  ]
}

/// Each key has its users, and those who rule keys are others than those who use them.
control KeyPolicies: KeyService "Each key for its users" {
  strength = 85%
  usable_by_all = false
  satisfies = [
    "NIST-800-53 SC-12",
    "NIST-800-53 AC-5",
    "PCI-DSS-4.0.1 3.6.1",
    "ISO-27001 A.8.24",
    "SOC-2 CC6.1",
    "NIST-CSF-2.0 PR.AA-05"
  ]
}

/// A program replaces secrets on a schedule, and at once when one has leaked.
control SecretRotation: CloudSecrets "Secrets replaced by a program" {
  strength = 80%
  rotated = true
  satisfies = [
    "NIST-800-53 IA-5",
    "PCI-DSS-4.0.1 8.6.3",
    "ISO-27001 A.5.17",
    "SOC-2 CC6.1",
    "NIST-CSF-2.0 PR.AA-01"
  ]
}

/// Rules refuse what they do not name, compare the owner of each record with the user, and have tests.
control ClientRules: ServesClients "Rules for each record" {
  strength = 85%
  rules_per_user = true
  satisfies = [
    "NIST-800-53 AC-3",
    "ISO-27001 A.8.3",
    "SOC-2 CC6.1",
    "CIS-8.1 3.3",
    "NIST-CSF-2.0 PR.AA-05"
  ]
}

/// Commands to machines are for few, from a list of reviewed ones, and are recorded.
control ReviewedCommands: MachineManager "Reviewed commands only" {
  strength = 75%
  commands_limited = true
  satisfies = [
    "NIST-800-53 AC-6(1)",
    "NIST-800-53 AC-17(4)",
    "ISO-27001 A.8.18",
    "SOC-2 CC6.3",
    "CIS-8.1 8.8",
    "NIST-CSF-2.0 PR.AA-05"
  ]
}

/// Who spoke with whom is written down by the network itself and kept elsewhere.
control TrafficRecord: CloudNetwork "Traffic on the record" {
  strength = 75%
  traffic_recorded = true
  satisfies = [
    "NIST-800-53 AU-12",
    "NIST-800-53 SI-4(4)",
    "ISO-27001 A.8.15",
    "SOC-2 CC7.2",
    "CIS-8.1 13.6",
    "NIST-CSF-2.0 DE.CM-01"
  ]
}

/// No snapshot is shared with other accounts, and a rule of the account refuses to share one.
control PrivateSnapshots: CloudStore "Snapshots stay ours" {
  strength = 95%
  snapshots_shared = false
  satisfies = ["NIST-800-53 AC-3", "ISO-27001 A.8.3", "SOC-2 CC6.1", "NIST-CSF-2.0 PR.AA-05"]
}

/// Grants to accounts that are not ours are removed, and new ones are found within a day.
control OwnReadersOnly: CloudStore "Readers of our accounts only" {
  strength = 85%
  shared_outside = false
  satisfies = ["NIST-800-53 AC-3", "ISO-27001 A.8.3", "SOC-2 CC6.1", "NIST-CSF-2.0 PR.AA-05"]
}

/// Links to objects are made when they are asked for and end after a quarter of an hour.
control ShortLinks: Bucket "Links for minutes" {
  strength = 75%
  link_lifetime = 15min
  satisfies = ["NIST-800-53 AC-3", "ISO-27001 A.8.3", "SOC-2 CC6.1", "NIST-CSF-2.0 PR.AA-05"]
}

/// The policy of the queue names who may put messages in.
control NamedSenders: CloudQueue "Named senders" {
  strength = 85%
  open_senders = false
  satisfies = ["NIST-800-53 AC-3", "ISO-27001 A.8.3", "SOC-2 CC6.1", "NIST-CSF-2.0 PR.AA-05"]
}

/// The link fixes the name, size and type of the one object that may be put there.
control BoundUploads: SignedLink "Links for one object each" {
  strength = 85%
  bound = true
  satisfies = ["NIST-800-53 AC-3", "ISO-27001 A.8.3", "SOC-2 CC6.1", "NIST-CSF-2.0 PR.AA-05"]
}

/// A key that is to be destroyed is kept for weeks, somebody is told, and nobody can shorten it.
control DelayedDeletion: KeyService "Deletion of keys waits" {
  strength = 90%
  deletion_delayed = true
  satisfies = ["NIST-800-53 SC-12", "PCI-DSS-4.0.1 3.6.1", "ISO-27001 A.8.24", "SOC-2 CC6.1"]
}

/// The network lets programs open connections only to a list of names or addresses.
control NamedDestinations: CloudNetwork "Named destinations only" {
  strength = 80%
  open_egress = false
  satisfies = ["NIST-800-53 AC-4", "NIST-800-53 SC-7(5)", "PCI-DSS-4.0.1 1.3.2", "SOC-2 CC6.7"]
}

/// The program's role has no action that changes policies, makes keys, or starts something under a stronger role.
control NoGivingOfRights: CloudProgram "Programs that give no rights" {
  strength = 85%
  can_escalate = false
  satisfies = ["NIST-800-53 AC-6", "ISO-27001 A.8.2", "SOC-2 CC6.3", "NIST-CSF-2.0 PR.AA-05"]
}

/// Each program runs under an identity that no other program has, with the rights of its own task.
control OwnIdentities: CloudProgram "An identity for each program" {
  strength = 80%
  own_identity = true
  satisfies = [
    "NIST-800-53 AC-6",
    "NIST-800-53 IA-9",
    "ISO-27001 A.5.16",
    "SOC-2 CC6.3",
    "NIST-CSF-2.0 PR.AA-05"
  ]
}

/// The program asks the vault for its secrets when it starts; none stands in variables, start scripts or images.
control FetchedSecrets: CloudProgram "Secrets fetched at the start" {
  strength = 85%
  secrets_in_environment = false
  satisfies = [
    "NIST-800-53 SC-12",
    "NIST-800-53 IA-5(7)",
    "PCI-DSS-4.0.1 8.6.2",
    "ISO-27001 A.5.17",
    "SOC-2 CC6.1"
  ]
}

/// The permission of a service to start it names the resource, and the account, on whose behalf.
control PinnedInvoker: Serverless "Started for our resources only" {
  strength = 85%
  invoker_pinned = true
  satisfies = ["NIST-800-53 AC-3", "ISO-27001 A.8.3", "SOC-2 CC6.1", "NIST-CSF-2.0 PR.AA-05"]
}

/// What a call leaves in memory and files is removed before it ends, and a test looks at a second call.
control CleanCalls: CloudFunction "Nothing left from the last call" {
  strength = 70%
  keeps_nothing = true
  satisfies = ["NIST-800-53 SC-4"]
}
