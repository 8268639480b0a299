//! Controls that decide who gets in and what they may do.

/// A second proof beside the password: a passkey, a token, a code from an app.
control MultiFactor: actor + process "Multi-factor authentication" {
  strength = 90%
  satisfies = [
    "NIST-800-53 IA-2(1)",
    "PCI-DSS-4.0.1 8.4.2",
    "ISO-27001 A.8.5",
    "HIPAA 164.312(d)",
    "NIST-800-53 IA-2(2)",
    "SOC-2 CC6.6",
    "CIS-8.1 6.3",
    "CIS-8.1 6.5",
    "NIST-CSF-2.0 PR.AA-03"
  ]
  cost = 6_000 EUR
}

/// The proof is bound to the site: a page that only looks like it gets nothing of use.
control PhishingResistantFactor: process + actor "Phishing-resistant factor" {
  strength = 95%
  satisfies = [
    "NIST-800-53 IA-2(1)",
    "NIST-800-53 IA-2(8)",
    "PCI-DSS-4.0.1 8.5.1",
    "ISO-27001 A.8.5",
    "SOC-2 CC6.6",
    "CIS-8.1 6.3",
    "CIS-8.1 6.5"
  ]
}

/// Nobody is served before they have proved who they are, by a method that cannot simply be copied.
control StrongAuthentication: process + store "Strong authentication" {
  strength = 90%
  satisfies = [
    "NIST-800-53 IA-2",
    "NIST-800-53 IA-8",
    "ISO-27001 A.8.5",
    "HIPAA 164.312(d)",
    "PCI-DSS-4.0.1 8.3.1",
    "SOC-2 CC6.1",
    "NIST-CSF-2.0 PR.AA-03"
  ]
  cost = 8_000 EUR
}

/// Passwords are long, and those known from leaks are refused.
control PasswordPolicy: process "Good passwords only" {
  strength = 40%
  satisfies = ["NIST-800-53 IA-5(1)", "PCI-DSS-4.0.1 8.3.6", "ISO-27001 A.5.17", "CIS-8.1 5.2"]
  cost = 1_000 EUR
}

/// After some failed attempts an account, or an address, has to wait. Tries that are spread over many accounts, or many addresses, go on: against those stands `GuessLimits` of `std.web`.
control AccountLockout: process "Lockout after failed attempts" {
  strength = 70%
  satisfies = ["NIST-800-53 AC-7", "PCI-DSS-4.0.1 8.3.4"]
  cost = 1_000 EUR
}

/// A session gets a new secret at login, ends when idle, and its cookie is out of reach of scripts and other sites.
control SessionProtection: process "Protected sessions" {
  strength = 80%
  satisfies = [
    "NIST-800-53 SC-23",
    "NIST-800-53 AC-12",
    "PCI-DSS-4.0.1 8.2.8",
    "HIPAA 164.312(a)(2)(iii)",
    "ISO-27001 A.8.5"
  ]
  cost = 3_000 EUR
}

/// A request that changes something carries a secret that other sites cannot know.
control AntiCsrfToken: process "Anti-forgery token" {
  strength = 90%
  satisfies = ["PCI-DSS-4.0.1 6.2.4", "NIST-800-53 SC-23"]
  cost = 1_500 EUR
}

/// Each operation is refused unless the caller's role allows it, decided in one place on the server.
control RoleBasedAccess: process "Access by role" {
  strength = 85%
  access_control = true
  satisfies = [
    "NIST-800-53 AC-3",
    "PCI-DSS-4.0.1 7.2.2",
    "ISO-27001 A.5.15",
    "HIPAA 164.312(a)(1)",
    "SOC-2 CC6.1",
    "SOC-2 CC6.3",
    "CIS-8.1 3.3",
    "CIS-8.1 6.8",
    "NIST-CSF-2.0 PR.AA-05"
  ]
  cost = 10_000 EUR
}

/// Each object asked for by an id is checked to belong to the one who asks.
control OwnershipChecks: process "Access checked per object" {
  strength = 85%
  ownership_checks = true
  satisfies = [
    "NIST-800-53 AC-3",
    "PCI-DSS-4.0.1 7.3.1",
    "ISO-27001 A.8.3",
    "SOC-2 CC6.1",
    "CIS-8.1 3.3",
    "NIST-CSF-2.0 PR.AA-05"
  ]
  cost = 8_000 EUR
}

/// Programs and people hold only the rights that their task needs.
control LeastPrivilege: process + store "Least privilege" {
  strength = 60%
  reduces = Impact
  satisfies = [
    "NIST-800-53 AC-6",
    "PCI-DSS-4.0.1 7.2.5",
    "ISO-27001 A.8.2",
    "SOC-2 CC6.3",
    "NIST-CSF-2.0 PR.AA-05"
  ]
  cost = 5_000 EUR
}

/// Only named systems may open a connection; everything else is dropped.
control NetworkSegmentation: boundary + store + process "Network segmentation" {
  strength = 75%
  satisfies = [
    "NIST-800-53 SC-7",
    "PCI-DSS-4.0.1 1.4.4",
    "ISO-27001 A.8.22",
    "ISO-27001 A.8.20",
    "SOC-2 CC6.6",
    "CIS-8.1 3.12",
    "CIS-8.1 13.4",
    "NIST-CSF-2.0 PR.IR-01"
  ]
  cost = 8_000 EUR
}

/// Outgoing connections go only to named places; addresses inside and metadata services are refused.
control EgressFilter: process + boundary "Outgoing connections filtered" {
  strength = 80%
  satisfies = ["NIST-800-53 AC-4", "PCI-DSS-4.0.1 1.3.2", "SOC-2 CC6.7"]
  cost = 4_000 EUR
}

/// Administration happens from a separate, watched entry point.
control AdministrationGateway: process + boundary "Separate entry for administrators" {
  strength = 80%
  satisfies = ["NIST-800-53 AC-17", "PCI-DSS-4.0.1 8.4.1"]
  cost = 7_000 EUR
}

/// The data of each customer is kept apart by a check that no query can forget.
control TenantIsolation: store + process "Tenants kept apart" {
  strength = 85%
  satisfies = ["NIST-800-53 AC-4", "ISO-27001 A.8.3", "SOC-2 CC6.1"]
  cost = 12_000 EUR
}

/// People come with a login of their own that an identity provider checked; every weaker way in is closed.
control PersonalLogins: process + store "Logins of people at an identity provider" {
  strength = 90%
  authentication = OpenIdConnect
  also_accepts = []
  satisfies = ["NIST-800-53 IA-2", "ISO-27001 A.8.5", "SOC-2 CC6.1", "NIST-CSF-2.0 PR.AA-03"]
}

/// Each calling program shows a certificate of its own; every weaker way in is closed.
control CertificateLogins: process + store "Certificates for programs that call" {
  strength = 90%
  authentication = ClientCertificate
  also_accepts = []
  satisfies = ["NIST-800-53 IA-9", "ISO-27001 A.8.5", "SOC-2 CC6.1", "NIST-CSF-2.0 PR.AA-03"]
}

/// Calling programs prove who they are with an identity that the platform gave them; every weaker way in is closed.
control WorkloadLogins: process + store "Identities for programs that call" {
  strength = 90%
  authentication = WorkloadIdentity
  also_accepts = []
  satisfies = ["NIST-800-53 IA-9", "ISO-27001 A.8.5", "SOC-2 CC6.1", "NIST-CSF-2.0 PR.AA-03"]
}

/// Each answer is built from a list of fields for this caller and purpose; what the caller may not see never leaves.
control AnswersByNeed: process "Answers cut to what the caller may see" {
  strength = 85%
  answers_trimmed = true
  satisfies = ["NIST-800-53 AC-3", "ISO-27001 A.8.3", "SOC-2 CC6.1", "NIST-CSF-2.0 PR.AA-05"]
}

/// The password or key that it came with is replaced before it is connected, and a scan looks for what was forgotten.
control FirstPasswordsChanged: process + store "No passwords from the box" {
  strength = 90%
  default_credentials = false
  satisfies = ["NIST-800-53 IA-5", "ISO-27001 A.5.17", "CIS-8.1 4.7", "NIST-CSF-2.0 PR.AA-01"]
}

/// Where a check cannot be made the answer is no, and a test cuts off each checking system to see it.
control RefusesInDoubt: process "Refuses when in doubt" {
  strength = 85%
  fails_open = false
  satisfies = ["NIST-800-53 SC-24"]
}
