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
