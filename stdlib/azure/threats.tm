//! What goes wrong on Azure alone. What goes wrong in every cloud is in std.cloud.
use std.cloud
use std.identity
use std.web

/// The key opens everything in the account for everyone who has it; the record shows a key and no name; and whoever may look at the account can read it.
threat SharedKeyAccess: Stride.Spoofing "A key of the whole account opens it" {
  on s: KeyedStore
  when s.shared_keys
  when known(s.shared_keys)
    or exists d in s.holds where (d.confidentiality >= Moderate or d.integrity >= Moderate)
  likelihood = Low
  impact = High
  mitigated_by = [
    IdentitiesOnly,
    PrivateEndpoint(strength = 50%),
    SecretsManagement(strength = 40%),
    AccountWatch(strength = 20%)
  ]
  references = ["CWE-1390", "CAPEC-560", "T1552.001", "T1078.004", "T1528"]
  message = "{s} may accept a key of its whole account, which names nobody."
  detection = "With a role that may only look at resources and their keys, fetch the key and read and write everything."
  false_positives = "A policy of the subscription refuses keys everywhere."
  remedy = "Give programs managed identities and roles on this store, then switch keys off; change them until that is done."
  fix "Identities only" { s.shared_keys = false }
}

/// The rule sounds like our own services, and means everybody's: any customer of the provider can start a machine that the database's firewall lets in.
threat OpenToAllAzure: Stride.InformationDisclosure "All of Azure may connect" {
  on s: AzureDatabase
  when s.azure_services_allowed
  when known(s.azure_services_allowed) or exists d in s.holds where (d.confidentiality >= Moderate)
  when not (known(s.public_access) and not s.public_access)
  likelihood = Moderate
  impact = if known(s.holds) then max(s.holds.confidentiality) else High
  mitigated_by = [
    NamedConnections,
    PrivateEndpoint,
    NetworkSegmentation,
    StrongAuthentication(strength = 60%)
  ]
  references = ["CWE-923", "CAPEC-180", "T1190"]
  message = "Machines of other customers may connect to {s}."
  detection = "Connect to it from a machine in a subscription of your own that has nothing to do with it."
  false_positives = "It has no public address, so the rule has no effect."
  remedy = "Remove the rule; let programs connect from a network that the database knows, by a private endpoint."
  fix "Not all of Azure" { s.azure_services_allowed = false }
}

/// A name and a password in a file on somebody's laptop replace the program, past review, pipeline and second factor.
threat PublishingPasswords: Stride.Tampering "The program can be replaced with a password" {
  on p: AzureSite
  when known(p.publishing_passwords) and p.publishing_passwords
  likelihood = Low
  impact = High
  mitigated_by = [
    PublishingByIdentity,
    SecretsManagement(strength = 40%),
    NetworkSegmentation(strength = 40%),
    CodeIntegrity
  ]
  references = ["CWE-308", "CAPEC-560", "T1078.004", "T1505.003"]
  message = "Who has the publishing password of {p} puts their own program there."
  detection = "Download the publishing profile, and upload a page with it from outside."
  false_positives = "The entry for publishing is closed to all networks but that of the pipeline."
  remedy = "Switch the passwords off for files and for Git, and deploy with the pipeline's identity."
  fix "Switch them off" { p.publishing_passwords = false }
}

/// The address is the key. It stands in the settings of those who call it, in their logs, and in the history of whoever tried it.
threat StartedByLink: Stride.Spoofing "Whoever has the link starts it" {
  on p: LogicApp
  when known(p.started_by_link) and p.started_by_link
  likelihood = Low
  impact = Moderate
  mitigated_by = [
    CallersOfWorkflows,
    NetworkSegmentation(strength = 60%),
    StrongAuthentication,
    InputValidation(strength = 30%)
  ]
  references = ["CWE-598", "CAPEC-21", "T1552"]
  message = "{p} does its work for whoever has its address."
  detection = "Search settings, logs and mails for the address, and call it from outside."
  false_positives = "What it does is harmless however often it happens, and it reads nothing from the request."
  remedy = "Demand a token of the directory, limit the addresses of callers, and change the signature's key."
  fix "Callers prove who they are" { p.started_by_link = false }
}

/// Programs try common passwords on all accounts, over protocols that never ask for more than a password.
threat OldLogins: Stride.Spoofing "Old protocols that ask only for a password" {
  on p: EntraId
  when known(p.legacy_protocols) and p.legacy_protocols
  likelihood = High
  impact = High
  mitigated_by = [
    ModernProtocols,
    ConditionalAccess,
    PasswordPolicy,
    AccountLockout(strength = 50%)
  ]
  references = ["CWE-308", "CAPEC-565", "T1110.003", "T1078.004"]
  message = "Logins at {p} by old protocols need nothing but a password."
  detection = "List last month's logins by client; log in to a mailbox with an old mail protocol and a password alone."
  false_positives = "Only the account of a scanner uses them, and it can do nothing else."
  remedy = "Find who still uses them from the record of logins, move them, and refuse the protocols for everyone."
  fix "Refuse them" { p.legacy_protocols = false }
}

/// One invited outsider, or who has taken over their mailbox, makes a map of the whole company: who rules what, which groups, which applications.
threat GuestsSeeDirectory: Stride.InformationDisclosure "Guests can list the company" {
  on p: EntraId
  when known(p.guests_see_directory) and p.guests_see_directory
  likelihood = Moderate
  impact = Low
  mitigated_by = [GuestsKeptApart, ConditionalAccess(strength = 30%)]
  references = ["CWE-497", "CAPEC-575", "T1087.004", "T1069.003"]
  message = "Guests may list people, groups and applications in {p}."
  detection = "As a guest, list all users and the members of the administrators' groups."
  false_positives = "Guests are colleagues of one group of companies."
  remedy = "Restrict guests to what is theirs, and let invitations end after a time."
  fix "Guests see what is theirs" { p.guests_see_directory = false }
}

/// An application may do what hardly any person may. Who is entered as its owner makes a key for it and logs in as the application.
threat OwnedApplications: Stride.ElevationOfPrivilege "Owners can become their application" {
  on p: EntraId
  when known(p.strong_applications_owned) and p.strong_applications_owned
  likelihood = Low
  impact = VeryHigh
  mitigated_by = [
    OwnerlessApplications,
    ConditionalAccess(strength = 20%),
    AppApproval(strength = 20%),
    Alerting(strength = 30%)
  ]
  references = ["CWE-266", "CAPEC-122", "T1098.001", "T1098.003"]
  message = "People who own applications in {p} can give themselves the rights of these."
  detection = "List applications with rights over the directory or mailboxes, and their owners; in a test tenant, add a key as one of them."
  false_positives = "All owners are administrators of the directory anyway."
  remedy = "Remove owners from applications with strong rights, alarm on new keys, and prefer managed identities, which have none."
  fix "No owners for strong applications" { p.strong_applications_owned = false }
}
