//! What goes wrong on Google Cloud alone. What goes wrong in every cloud is in std.cloud.
use std.cloud
use std.data
use std.web

/// All programs that nobody gave an account share this one, and in many projects it may still edit everything.
threat DefaultAccount: Stride.ElevationOfPrivilege "The account that came with the project" {
  on p: RunsAsServiceAccount
  when known(p.default_account) and p.default_account
  likelihood = if open_to_strangers(p) then Moderate else Low
  impact = High
  mitigated_by = [OwnServiceAccount, PermissionBoundary, Guardrails, LeastPrivilege(strength = 70%)]
  references = ["CWE-266", "CWE-1188", "CAPEC-122", "T1078.004"]
  message = "{p} runs as the account that came with the project."
  detection = "List the roles of the default account on the project, and the programs that run as it."
  false_positives = "The account has lost its roles, and nothing else runs as it."
  remedy = "Make an account for the program with roles on its own resources; take the roles of the default one, and let the organisation give none to new ones."
  fix "An account of its own" { p.default_account = false }
}

/// Whoever takes over the program reads and writes the mail and the documents of everyone in the company, as they.
threat ActsAsEveryone: Stride.Spoofing "A program that can be anyone in the company" {
  on p: RunsAsServiceAccount
  when known(p.acts_for_all_users) and p.acts_for_all_users
  likelihood = if open_to_strangers(p) then Moderate else Low
  impact = VeryHigh
  mitigated_by = [NoDelegation, LeastPrivilege(strength = 40%), AccountWatch(strength = 30%)]
  references = ["CWE-250", "CAPEC-122", "T1550.001", "T1114.002"]
  message = "{p} may act as any user of the company's mail and documents."
  detection = "List the clients with delegation for the whole domain and their scopes; with the program's account, open the mailbox of a test user."
  false_positives = "The scopes let it see nothing but free and busy times."
  remedy = "Let users give consent one by one, or share the few documents with the account; where it must stay, cut the scopes and put the program in a project of its own."
  fix "Only as itself" { p.acts_for_all_users = false }
}

/// A key in the project's settings opens every machine of it, now and later, until somebody remembers whose it was.
threat ProjectWideKeys: Stride.ElevationOfPrivilege "One key for all machines" {
  on p: ComputeEngine
  when known(p.project_keys) and p.project_keys
  likelihood = Low
  impact = High
  mitigated_by = [
    LoginsOfPeople,
    NoOpenShell(strength = 60%),
    AdministrationGateway,
    NetworkSegmentation(strength = 40%)
  ]
  references = ["CWE-1391", "CAPEC-555", "T1098.004", "T1021.004"]
  message = "Keys in the project's settings open a shell on {p}."
  detection = "List the keys in the project's metadata, with the people they belong to; add one in a test project and log in to every machine."
  false_positives = "Nobody but the platform's agent can write the settings, and shells are closed."
  remedy = "Let people log in with their account at the provider, machine by machine, and block the project's keys."
  fix "Logins of people" { p.project_keys = false }
}

/// Anyone copies the key from the page and uses it: for maps, translations or models, at our expense, or to fill our database with accounts.
threat UnrestrictedApiKey: Stride.DenialOfService "A key that others use at our expense" {
  on k: GoogleApiKey
  when not k.restricted
  when count(k.carried_by) >= 1 or count(k.held_by) >= 1
  likelihood = if exists p in k.held_by where (p is ClientApp) then High else Moderate
  impact = Moderate
  mitigated_by = [
    RestrictedKeys,
    SpendingAlarms(on = k.held_by.boundaries),
    SecretsManagement(strength = 30%, on = k.held_by)
  ]
  references = ["CWE-799", "CAPEC-37", "T1496.004"]
  message = "Whoever finds {k} uses services of the project with it."
  detection = "Call maps, models and logins of the project with the key from another host and without the app."
  false_positives = "Only a free service is switched on in its project."
  remedy = "Restrict it to named services and to our apps, pages or addresses; use one key for each, and set quotas."
  fix "It is restricted" { k.restricted = true }
}
