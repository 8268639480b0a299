//! Who may do what, for how long, and with whom.
use std.web

/// Somebody who left, perhaps in anger, still gets in; or somebody else does with an account that nobody watches.
threat LeaverKeepsAccess: Stride.Spoofing "Those who left can still get in" {
  on m: model
  when not m.leavers_locked_out
  when exists a: actor where ((a is Employee or a is Vendor) and count(a.outflows) >= 1)
  likelihood = Moderate
  impact = High
  mitigated_by = [SameDayLockout]
  references = ["CWE-286", "CAPEC-560", "T1078", "NIST-800-53 PS-4", "PCI-DSS-4.0.1 8.2.5"]
  message = "At {m}, people may keep their access after they have left."
  detection = "Take the names of ten who left in the last year, vendors' people among them; look for each in every system, also for their keys, tokens and shared passwords."
  false_positives = "All accounts hang on one directory, and leaving ends the account there the same day."
  remedy = "Tie every account to the staff list, lock it the day somebody leaves, end sessions and keys with it, and change what was shared."
  fix "They are locked out" { m.leavers_locked_out = true }
}

/// People change their task and keep the rights of the last three. One stolen account, or one bad day, reaches further than anyone thinks.
threat RightsPileUp: Stride.ElevationOfPrivilege "Rights pile up" {
  on m: model
  when not m.rights_reviewed
  when known(m.rights_reviewed) or exists a: Employee where (several_roles(a))
  when exists a: Employee where (count(a.outflows) >= 1)
  likelihood = Moderate
  impact = Moderate
  mitigated_by = [RightsReview]
  references = [
    "CWE-266",
    "CAPEC-122",
    "T1078",
    "NIST-800-53 AC-6(7)",
    "PCI-DSS-4.0.1 7.2.4",
    "ISO-27001 A.5.18"
  ]
  message = "Nobody takes away rights at {m} that people no longer need."
  detection = "Choose five people who changed their task, list what they may do, and ask their managers what of it they need."
  false_positives = "Rights follow the task by themselves, and there are no others."
  remedy = "Give rights by task, let managers confirm them twice a year, and take away what nobody confirms."
  fix "Rights are reviewed" { m.rights_reviewed = true }
}

/// Whoever gets hold of the account at any hour of any day gets everything.
threat AlwaysAdministrator: Stride.ElevationOfPrivilege "Administrator all day long" {
  on a: Administrator
  when a is not EmergencyAccount and not a.time_bound
  when count(a.outflows) >= 1
  likelihood = Low
  impact = VeryHigh
  mitigated_by = [
    RightsOnRequest,
    AdministrationGateway(strength = 40%, on = a.outflows.target),
    PhishingResistantFactor(strength = 50%),
    Alerting(strength = 20%, on = a.outflows.target)
  ]
  references = ["CWE-250", "CAPEC-122", "T1078", "T1098"]
  message = "{a} has great rights also when nobody needs them."
  detection = "List who could change rights at this moment, and when each of them last had to."
  false_positives = "There are two of them, they do nothing else, and their factor cannot be copied."
  remedy = "Give great rights for hours, for a reason, and record what is done with them."
  fix "Rights end by themselves" { a.time_bound = true }
}

/// A mail, a page or a document takes over the machine at which the whole system is run.
threat AdministersFromMailMachine: Stride.ElevationOfPrivilege "Administration where mail is read" {
  on a: Administrator
  when not a.own_machine
  when count(a.outflows) >= 1
  likelihood = Low
  impact = VeryHigh
  mitigated_by = [
    AdministratorMachine,
    AdministrationGateway(strength = 50%, on = a.outflows.target),
    PhishingResistantFactor(strength = 30%)
  ]
  references = ["CWE-653", "CAPEC-163", "T1566", "T1204"]
  message = "{a} may run the system from a machine that also reads mail and the web."
  detection = "Ask an administrator to show their last change, and look what else is open on that screen."
  false_positives = "Changes are made by a pipeline, and what people send there is reviewed."
  remedy = "Give administrators a second machine, or a guarded one to work through, and refuse administration from any other."
  fix "A machine for it alone" { a.own_machine = true }
}

/// Nobody can tell which of them did it, and none of them ever leaves: the password stays.
threat SharedAccountOfStaff: Stride.Repudiation "Several people, one account" {
  on e: Employee
  when known(e.account_shared) and e.account_shared
  when count(e.outflows) >= 1
  likelihood = Moderate
  impact = if e is Administrator then High else Moderate
  mitigated_by = [NamedAccounts, AdministrationGateway(strength = 50%, on = e.outflows.target)]
  references = ["CAPEC-195", "T1078", "PCI-DSS-4.0.1 8.2.2", "NIST-800-53 AC-2(9)"]
  message = "Several people work as {e} with one account."
  detection = "Ask who did a certain change last week, and who knew the password on that day."
  false_positives = "A vault lends it to one person at a time, records whom, and changes the password afterwards."
  remedy = "Give each person an account; where a system has only one, lend it through a vault."
  fix "Each has an account" { e.account_shared = false }
}

/// The account for emergencies gets past every second factor and every rule, and nobody would notice that it was used.
threat UnwatchedEmergencyAccount: Stride.ElevationOfPrivilege "The emergency door has no alarm" {
  on a: EmergencyAccount
  when not a.use_alarmed
  when count(a.outflows) >= 1
  likelihood = Low
  impact = VeryHigh
  mitigated_by = [AlarmedEmergencyAccount, Alerting(strength = 60%, on = a.outflows.target)]
  references = ["CWE-778", "T1078", "NIST-800-53 AC-2(2)"]
  message = "Somebody could use {a} without anyone noticing."
  detection = "Use it on an announced afternoon and wait for the call."
  false_positives = "Its password lies in a sealed envelope in a guarded safe, and the seal is looked at."
  remedy = "Let its use wake two people, keep its password in two parts, change it after each use, and try it once a year."
  fix "Its use raises an alarm" { a.use_alarmed = true }
}

/// One person, bribed, blackmailed, deceived or only tired, can do alone what harms all.
threat OneHandIsEnough: Stride.Tampering "One person alone can do it" {
  on p: NeedsTwoPeople
  when not p.second_person
  when by_staff(p.inflows)
    or exists f in p.inflows where (f.source is PassesOn and count(f.source.inflows) == 0)
  likelihood = Low
  impact = High
  mitigated_by = [FourEyes, AuditLog(strength = 30%), Alerting(strength = 20%)]
  references = ["CWE-654", "CAPEC-122", "NIST-800-53 AC-5", "ISO-27001 A.5.3"]
  message = "With {p}, one person alone may do what should take two."
  detection = "As one person, begin it and agree to it: with a second account, on a colleague's open screen, by changing the rule first."
  false_positives = "It can be undone for a day, and somebody else sees each one."
  remedy = "Let the program ask for a second person who has an account of their own, sees what is asked, and cannot be chosen by the first."
  fix "A second person agrees" { p.second_person = true }
}

/// Somebody of another company can come in at any time. When that company is broken into, or one of its people is, so are we.
threat VendorAlwaysInside: Stride.Spoofing "The vendor's door is always open" {
  on v: Vendor
  when not v.let_in_on_request
  when exists f in v.outflows where (f.crosses_boundary and not f.target.external)
  likelihood = if exists f in v.outflows where (from_untrusted(f)) then Moderate else Low
  impact = High
  mitigated_by = [
    VendorAccessOnRequest,
    AdministrationGateway(strength = 60%, on = v.outflows.target),
    MultiFactor(strength = 50%),
    LeastPrivilege(on = v.outflows.target)
  ]
  references = ["T1199", "T1133", "T0822", "NIST-800-53 MA-4"]
  message = "{v} can come in whenever they like."
  detection = "Look when they were last inside, who knew, whose names the accounts have, and whether that company has told you of leavers."
  false_positives = "What they reach serves only them."
  remedy = "Open the door when there is something to do, for hours, through a gateway that records, with an account for each of their people."
  fix "Let in on request" { v.let_in_on_request = true }
}
