//! Controls for types of this package.

/// Depth, size and cost of a query are limited before it runs.
control QueryLimits: GraphQlApi "Query limits" {
  strength = 85%
  depth_limit = true
  satisfies = ["NIST-800-53 SC-6"]
  cost = 2_000 EUR
}

/// Programs that pose as people are told apart and slowed down.
control BotDefence: process "Defence against bots" {
  strength = 50%
  satisfies = ["NIST-800-53 SC-5"]
}

/// Callers get a short answer and a number; the details are in the log.
control GenericErrors: WebService "Short answers to errors" {
  strength = 90%
  detailed_errors = false
  satisfies = ["NIST-800-53 SI-11", "ISO-27001 A.8.28", "NIST-SSDF-1.1 PW.5.1"]
}

/// Requests that could be read in two ways are refused at the first hop.
control StrictHttp: HttpRelay "Strict reading of HTTP" {
  strength = 85%
  rejects_ambiguous = true
  satisfies = ["NIST-800-53 SC-7(17)"]
}

/// SPF, DKIM and a DMARC policy that asks to refuse what fails.
control MailAuthentication: EmailProvider "Mail that proves its sender" {
  strength = 80%
  sender_proven = true
  satisfies = ["NIST-800-53 SC-8", "PCI-DSS-4.0.1 5.4.1", "ISO-27001 A.5.14", "CIS-8.1 9.5"]
}

/// The account with the registrar has a second factor, and the domain is locked against transfer.
control DomainLock: DomainNames "Locked domain" {
  strength = 85%
  registrar_guarded = true
  satisfies = ["NIST-800-53 SC-20"]
}

/// Each event carries a time and a signature that its receiver can check.
control SignedEvents: SendsWebhooks "Signed events" {
  strength = 90%
  events_signed = true
  satisfies = ["NIST-800-53 SC-8", "NIST-800-53 AU-10", "ISO-27001 A.5.14", "NIST-CSF-2.0 PR.DS-02"]
}

/// Events have a number; one that was seen before, or is old, changes nothing.
control Deduplication: ReceivesWebhooks "Each event counts once" {
  strength = 90%
  replay_checked = true
  satisfies = ["NIST-800-53 SC-23", "ISO-27001 A.8.26", "SOC-2 PI1.2", "SOC-2 PI1.3"]
}

/// Checks and the change they allow happen as one, so that two requests at once do not both pass.
control AtomicChecks: LimitedOffer "Check and change in one step" {
  strength = 90%
  serialised = true
  satisfies = ["NIST-800-53 SI-10", "ISO-27001 A.8.28", "SOC-2 PI1.3", "NIST-SSDF-1.1 PW.5.1"]
}
