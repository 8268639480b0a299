//! Controls that serve the people whose data is handled.

/// People are told, at the moment of asking, what happens with their data.
control PrivacyNotice: process "Privacy notice" {
  strength = 80%
  privacy_notice = true
  satisfies = ["NIST-800-53 PT-5", "GDPR Art.13", "ISO-27001 A.5.34", "SOC-2 P1.1"]
  cost = 2_000 EUR
}

/// People can see, correct, take along and delete their data themselves.
control PrivacySelfService: process "Own data in own hands" {
  strength = 80%
  self_service = true
  satisfies = [
    "NIST-800-53 SI-18(4)",
    "GDPR Art.15",
    "GDPR Art.16",
    "GDPR Art.17",
    "GDPR Art.20",
    "ISO-27001 A.5.34",
    "SOC-2 P5.1",
    "SOC-2 P5.2"
  ]
  cost = 15_000 EUR
}

/// For each purpose people say yes or no, and change it later in the same place.
control ConsentManagement: process "Consent asked and kept" {
  strength = 85%
  consent = Free
  satisfies = ["NIST-800-53 PT-4", "GDPR Art.7", "ISO-27001 A.5.34", "SOC-2 P2.1", "SOC-2 P3.2"]
  cost = 8_000 EUR
}

/// What the service itself does not need can be switched off.
control PrivacySettings: process "Privacy settings" {
  strength = 80%
  opt_out = true
  satisfies = ["GDPR Art.21", "GDPR Art.25", "SOC-2 P2.1"]
  cost = 5_000 EUR
}

/// A person who may overrule the program looks at its decisions when asked to.
control HumanReview: process "Decisions looked at by a person" {
  strength = 75%
  human_review = true
  satisfies = ["GDPR Art.22"]
}

/// Those whose data came from somebody else are told what is known, from whom, and what for.
control NoticeToOthers: process "Notice to those who did not give the data" {
  strength = 75%
  informs_others = true
  satisfies = ["GDPR Art.14", "SOC-2 P1.1"]
}

/// A contract binds the one who runs the program to our instructions, and is checked now and then.
control ProcessingAgreement: process "Data processing agreement" {
  strength = 70%
  processing_agreement = true
  satisfies = ["GDPR Art.28", "ISO-27001 A.5.20", "SOC-2 P6.4"]
  cost = 2_000 EUR
}

/// Standard clauses or binding rules, and encryption with keys that stay at home.
control TransferSafeguards: flow "Safeguards for data sent abroad" {
  strength = 60%
  satisfies = ["GDPR Art.46"]
}

/// Numbers are given with noise, and questions about few people are not answered.
control NoisyStatistics: process + store "Statistics that hide single people" {
  strength = 80%
  satisfies = ["NIST-800-53 SI-19(6)"]
}

/// Requests come through a relay that hides who sends them, and the relay sees nothing of what is asked.
control AnonymousAccess: flow + process "Anonymous access" {
  strength = 75%
  satisfies = ["GDPR Art.25"]
}

/// Messages are filled to a few sizes and sent at times that say nothing, also when there is nothing to send.
control CoverTraffic: flow "Cover traffic" {
  strength = 60%
  padded = true
  satisfies = ["GDPR Art.25"]
}

/// A number that means something to one receiver only, and changes after a while.
control RotatingIdentifiers: flow + process "Identifiers that change" {
  strength = 70%
  satisfies = ["GDPR Art.25", "NIST-800-53 SI-19(4)"]
}

/// The answer has the same words and takes the same time, whoever or whatever was asked about.
control UniformAnswers: process "Answers that give nothing away" {
  strength = 85%
  uniform_answers = true
}

/// History, previews and messages on the screen are left out or removed when people ask for it, or by default.
control NoTraces: ClientApp "Nothing left on the device" {
  strength = 75%
  leaves_traces = false
  satisfies = ["GDPR Art.25", "ISO-27001 A.5.34"]
}

/// For each field somebody wrote down what it is needed for, and what was not needed is gone or coarser.
control ReviewedFields: data "Each field has its reason" {
  strength = 70%
  minimal = true
  satisfies = ["GDPR Art.5", "GDPR Art.25", "NIST-800-53 SI-12(1)"]
}

/// One person with time, knowledge and an open door answers for privacy, and people can find out who.
control PrivacyOfficer: model "Somebody answers for privacy" {
  strength = 60%
  privacy_officer = true
  satisfies = ["GDPR Art.37", "ISO-27001 A.5.34"]
}

/// A list that is kept up says of all data about people what it is for, on what ground of law, who receives it, and how long it is kept.
control ProcessingRecord: model "Record of processing" {
  strength = 60%
  processing_recorded = true
  satisfies = ["GDPR Art.30", "ISO-27001 A.5.34"]
}

/// The dangers for the people concerned are assessed with those who build it, written down, and looked at again when it changes.
control ImpactAssessment: model "Dangers for people assessed" {
  strength = 60%
  impact_assessment = true
  satisfies = ["GDPR Art.35", "NIST-800-53 RA-3", "ISO-27001 A.5.34"]
}

/// Who tells the authority and the people concerned, with which words and by when, is written down and rehearsed.
control BreachPlan: model "Plan for telling of leaks" {
  strength = 70%
  breach_plan = true
  satisfies = ["GDPR Art.33", "GDPR Art.34", "ISO-27001 A.5.24", "PCI-DSS-4.0.1 12.10.1"]
}

/// Pictures and links that tell who received, opened or read something are left out.
control NoTracking: process "Receipts are not tracked" {
  strength = 85%
  tracks_receipt = false
  satisfies = ["GDPR Art.25", "ISO-27001 A.5.34"]
}

/// Place, device, author and earlier versions are taken out of files when they arrive.
control MetadataRemoval: RichContent "Metadata removed" {
  strength = 80%
  metadata_removed = true
  satisfies = ["GDPR Art.5", "GDPR Art.25", "NIST-800-53 SI-12(1)"]
}
