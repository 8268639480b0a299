//! The account itself: who rules it, who sees what is done with it, and what shares it.
use std.data
use std.web

/// Keys are made, logs switched off, disks copied, and nobody can say afterwards by whom, or that it happened at all.
threat UnrecordedAccount: Stride.Repudiation "Nobody sees what is done with the account" {
  on a: CloudAccount
  when not a.activity_logged
  when count(a.elements) >= 1
  likelihood = Moderate
  impact = Moderate
  mitigated_by = [ActivityRecord, Guardrails(strength = 40%), AccountWatch]
  references = ["CWE-778", "T1562.008", "T1578"]
  message = "Whoever administers {a} may act without a trace that lasts."
  detection = "As an administrator, make a key in a region that nobody uses, stop the record, and ask the people who watch what they saw."
  false_positives = "Only a pipeline may change the account, and its own record lies elsewhere."
  remedy = "Record all regions and all accounts of the organisation, send the record to another account, lock it there, and alarm when it stops."
  fix "It is recorded elsewhere" { a.activity_logged = true }
}

/// One password opens everything, past every policy: the login with which the account was made.
threat UnguardedRoot: Stride.ElevationOfPrivilege "The strongest login lies about" {
  on a: CloudAccount
  when not a.root_guarded
  when count(a.elements) >= 1
  likelihood = Low
  impact = VeryHigh
  mitigated_by = [GuardedRoot, AccountWatch]
  references = ["CWE-308", "CAPEC-560", "T1078.004", "T1098"]
  message = "The login that can do anything with {a} may be taken."
  detection = "Ask where its password and its second factor are, who reads its mailbox, when it was last used, and whether it has keys."
  false_positives = "The login was removed, and the organisation above can make a new one."
  remedy = "Remove its keys, give it a hardware factor and a mailbox of a group, lock both away, and alarm at each use."
  fix "It is put away" { a.root_guarded = true }
}

/// With one stolen key somebody starts a hundred large machines in a region far away, and the bill is the first to tell.
threat UnnoticedSpending: Stride.DenialOfService "Others work at our expense" {
  on a: CloudAccount
  when not a.spending_watched
  when exists e in a.elements where (e is process)
  likelihood = Moderate
  impact = Moderate
  mitigated_by = [SpendingAlarms, Guardrails, AccountWatch]
  references = ["CWE-770", "T1496.001", "T1535", "T1578.002"]
  message = "Nobody is told in time when {a} begins to cost more."
  detection = "Start a large machine in an unused region of a test account on a Friday evening, and note who calls when."
  false_positives = "Quotas are so low that the worst month is bearable."
  remedy = "Alarm on spending by day and service, forbid regions that are not used, and keep quotas near what is needed."
  fix "Spending is watched" { a.spending_watched = true }
}

/// People who have left still have a key there, and no second factor was ever asked for.
threat LoginsBesideTheCompany: Stride.Spoofing "Logins that the company does not know" {
  on a: CloudAccount
  when known(a.local_logins) and a.local_logins
  likelihood = Moderate
  impact = High
  mitigated_by = [CompanyLogins, AccountWatch]
  references = ["CWE-1390", "CAPEC-560", "T1078.004", "T1136.003"]
  message = "People have logins in {a} that do not end with their job."
  detection = "List the account's own users with the age of their keys, their last use and their second factor; ask the directory who of them still works here."
  false_positives = "The only such login is the one for emergencies, locked away."
  remedy = "Let people in through the company's provider, for hours; remove users and keys of the account itself."
  fix "Logins of the company only" { a.local_logins = false }
}

/// A phished administrator is an administrator at three in the morning, too.
threat StandingAdministrators: Stride.ElevationOfPrivilege "Administrators all day and night" {
  on a: CloudAccount
  when known(a.standing_rights) and a.standing_rights
  likelihood = Low
  impact = VeryHigh
  mitigated_by = [RightsForAnHour, Guardrails(strength = 30%), AccountWatch]
  references = ["CWE-250", "CAPEC-122", "T1078.004", "T1098.003"]
  message = "People are administrators of {a} whether they need it or not."
  detection = "List who may change policies right now, and when each of them last did."
  false_positives = "Two people hold these rights, with hardware factors, on machines used for nothing else."
  remedy = "Everyday logins may read; stronger rights are asked for with a reason, given for an hour, recorded, and looked at."
  fix "Rights for an hour" { a.standing_rights = false }
}

/// Rules of the organisation do not bind this account, and from it one can enter all others. A hole in a program here is a hole in all of them.
threat WorkloadsAtTheTop: Stride.ElevationOfPrivilege "Programs in the account above all others" {
  on a: ManagementAccount
  when exists e in a.elements where (e is CloudProgram)
  likelihood = Low
  impact = VeryHigh
  mitigated_by = [AccountWatch]
  references = ["CWE-653", "CAPEC-122", "T1078.004", "T1666"]
  message = "Programs run in {a}, from which all other accounts are ruled."
  detection = "List what runs there, and which roles in other accounts trust it."
  false_positives = "What runs there only sets up accounts, and nobody but its makers can start or change it."
  remedy = "Move programs and data to accounts of their own; let few people in here, seldom."
}

/// Whoever may try things out in this account may try them on production: the same roles, quotas, networks and administrators.
threat StagesShareAccount: Stride.ElevationOfPrivilege "Test and production in one account" {
  on a: CloudAccount
  when exists e in a.elements where (in_production(e))
  when exists e in a.elements where (for_tests(e))
  likelihood = Low
  impact = High
  mitigated_by = [SeparateAccounts, Guardrails(strength = 20%)]
  references = ["CWE-653", "CAPEC-122", "T1078.004"]
  message = "Systems in production and systems for tests share {a}."
  detection = "With a developer's rights in the test system, list and change something of production."
  false_positives = "Each role is bound to resources of its stage by a tag that it cannot change."
  remedy = "An account for each stage; begin with the data and the roles that deploy."
}

/// Test systems have more users, weaker locks and known holes. This conversation makes them a way into production.
threat TestReachesProduction: Stride.ElevationOfPrivilege "From test into production" {
  on f: flow
  when for_tests(f.source) and in_production(f.target)
  when f.source is not actor
  likelihood = Moderate
  impact = High
  mitigated_by = [
    SeparateAccounts,
    NetworkSegmentation(on = f.target),
    LeastPrivilege(on = f.target, strength = 40%)
  ]
  references = ["CWE-653", "CAPEC-122", "T1199", "T1210"]
  message = "A test system, {f.source}, opens conversations with {f.target} in production."
  detection = "From the test system, ask production for what the test should never see, and change a record."
  false_positives = "It only fetches what is public."
  remedy = "Let production push masked data to a place from which tests fetch it; close the other direction."
}
