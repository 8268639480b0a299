//! Controls on people's rights, machines and rooms.
use std.web

/// Rights end by themselves after hours, and are given for a reason that somebody sees.
control RightsOnRequest: Administrator "Great rights on request" {
  strength = 75%
  time_bound = true
  satisfies = [
    "NIST-800-53 AC-6",
    "NIST-800-53 AC-2(11)",
    "ISO-27001 A.8.2",
    "ISO-27001 A.5.18",
    "SOC-2 CC6.2",
    "SOC-2 CC6.3",
    "CIS-8.1 6.1",
    "NIST-CSF-2.0 PR.AA-05"
  ]
}

/// A machine for administration and nothing else.
control AdministratorMachine: Administrator "Machine for administration" {
  strength = 80%
  own_machine = true
  satisfies = [
    "NIST-800-53 AC-6(2)",
    "NIST-800-53 AC-17(4)",
    "ISO-27001 A.8.2",
    "CIS-8.1 12.8",
    "NIST-CSF-2.0 PR.AA-05"
  ]
}

/// Each person has an account of their own.
control NamedAccounts: Employee "One account for each person" {
  strength = 85%
  account_shared = false
  satisfies = [
    "NIST-800-53 IA-4",
    "PCI-DSS-4.0.1 8.2.1",
    "PCI-DSS-4.0.1 8.2.2",
    "ISO-27001 A.5.16",
    "SOC-2 CC6.1",
    "SOC-2 CC6.2",
    "NIST-CSF-2.0 PR.AA-01"
  ]
}

/// Nobody gets anything by a good story: there is a call back, a meeting, or a word of their manager.
control VerifiedCallers: SupportStaff "Callers are verified" {
  strength = 80%
  callers_verified = true
  satisfies = [
    "NIST-800-53 IA-12",
    "NIST-800-53 AT-2(3)",
    "ISO-27001 A.5.17",
    "SOC-2 CC6.2",
    "NIST-CSF-2.0 PR.AA-02"
  ]
}

/// What support sees opens with a case and closes with it.
control CaseBoundLookups: SupportStaff "Data opens with a case" {
  strength = 75%
  lookups_tied_to_cases = true
  satisfies = [
    "NIST-800-53 AC-6",
    "PCI-DSS-4.0.1 7.2.3",
    "ISO-27001 A.8.3",
    "SOC-2 CC6.3",
    "CIS-8.1 3.3",
    "NIST-CSF-2.0 PR.AA-05"
  ]
}

/// The word of a mail moves no money: a known number is called.
control ConfirmedBankDetails: FinanceStaff "Bank details confirmed by another way" {
  strength = 85%
  details_confirmed = true
  satisfies = ["NIST-800-53 AT-2(3)"]
}

/// Vendors get in by request, for hours, with somebody watching.
control VendorAccessOnRequest: Vendor "Vendors let in on request" {
  strength = 80%
  let_in_on_request = true
  satisfies = [
    "NIST-800-53 MA-4",
    "NIST-800-53 MA-5",
    "ISO-27001 A.5.19",
    "ISO-27001 A.5.18",
    "SOC-2 CC6.2",
    "SOC-2 CC9.2",
    "NIST-CSF-2.0 PR.AA-05",
    "NIST-CSF-2.0 DE.CM-06"
  ]
}

/// The emergency door has an alarm.
control AlarmedEmergencyAccount: EmergencyAccount "Emergency account with an alarm" {
  strength = 75%
  use_alarmed = true
  satisfies = [
    "NIST-800-53 AC-2(4)",
    "NIST-800-53 AC-2(12)",
    "ISO-27001 A.8.2",
    "ISO-27001 A.8.16",
    "SOC-2 CC7.2",
    "NIST-CSF-2.0 DE.CM-03"
  ]
}

/// Two people have to agree, and the program sees to it.
control FourEyes: NeedsTwoPeople "Two people have to agree" {
  strength = 85%
  second_person = true
  satisfies = [
    "NIST-800-53 AC-3(2)",
    "NIST-800-53 AC-5",
    "ISO-27001 A.5.3",
    "SOC-2 CC6.3",
    "NIST-CSF-2.0 PR.AA-05"
  ]
}

/// A lost machine is a lost machine and nothing more.
control DiskEncryption: Workstation "Encrypted disks" {
  strength = 90%
  disk_encrypted = true
  satisfies = [
    "NIST-800-53 SC-28(1)",
    "NIST-800-53 AC-19(5)",
    "ISO-27001 A.8.1",
    "ISO-27001 A.8.24",
    "SOC-2 CC6.7",
    "CIS-8.1 3.6",
    "NIST-CSF-2.0 PR.DS-01"
  ]
}

/// Who or what is not known gets to the internet at most.
control GuestNetwork: OfficeNetwork "Guests kept apart" {
  strength = 75%
  guests_kept_apart = true
  satisfies = [
    "NIST-800-53 AC-18(1)",
    "NIST-800-53 IA-3",
    "ISO-27001 A.8.22",
    "SOC-2 CC6.6",
    "CIS-8.1 12.2",
    "CIS-8.1 13.9",
    "NIST-CSF-2.0 PR.IR-01"
  ]
}

/// Doors know who goes through them.
control EntryControl: Datacentre "Controlled entry" {
  strength = 80%
  entry_controlled = true
  satisfies = [
    "NIST-800-53 PE-2",
    "NIST-800-53 PE-3",
    "NIST-800-53 PE-6",
    "PCI-DSS-4.0.1 9.2.1",
    "ISO-27001 A.7.2",
    "SOC-2 CC6.4",
    "NIST-CSF-2.0 PR.AA-06"
  ]
}

/// One number and one button for anything strange; whoever reports gets an answer and thanks.
control ReportingLine: model "A line for suspicions" {
  strength = 50%
  suspicions_reported = true
  satisfies = ["ISO-27001 A.6.8", "NIST-800-53 AT-2(3)"]
}

/// Whoever is taken on shows papers face to face or before a camera, and what they say of their past is checked.
control NewcomerChecks: model "Newcomers are checked" {
  strength = 60%
  newcomers_checked = true
  satisfies = ["NIST-800-53 PS-3", "ISO-27001 A.6.1"]
}

/// Once a year those who decide and those who repair play through an attack, and mend what did not work.
control IncidentRehearsal: model "The bad day rehearsed" {
  strength = 60%
  incidents_rehearsed = true
  satisfies = ["NIST-800-53 IR-3", "NIST-800-53 CP-4", "ISO-27001 A.5.24"]
}

/// For everything that only an administrator can do there are two who can, and it is written down and tried.
control Deputies: model "Deputies for administrators" {
  strength = 70%
  deputies_known = true
  satisfies = ["NIST-800-53 CP-2", "ISO-27001 A.5.37"]
}

/// Every account hangs on the list of staff; whoever leaves is locked out of all of them the same day, keys and sessions included.
control SameDayLockout: model "Locked out the same day" {
  strength = 80%
  leavers_locked_out = true
  satisfies = [
    "NIST-800-53 PS-4",
    "NIST-800-53 AC-2(3)",
    "PCI-DSS-4.0.1 8.2.5",
    "ISO-27001 A.5.18",
    "SOC-2 CC6.2",
    "CIS-8.1 6.2",
    "NIST-CSF-2.0 PR.AA-01"
  ]
}

/// Twice a year owners of systems look at who may do what, and take away what is not needed.
control RightsReview: model "Rights reviewed" {
  strength = 65%
  rights_reviewed = true
  satisfies = [
    "NIST-800-53 AC-6(7)",
    "PCI-DSS-4.0.1 7.2.4",
    "ISO-27001 A.5.18",
    "SOC-2 CC6.3",
    "NIST-CSF-2.0 PR.AA-05"
  ]
}
