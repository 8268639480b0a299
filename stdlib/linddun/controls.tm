//! Controls that serve the people whose data is handled.

/// People are told, at the moment of asking, what happens with their data.
control PrivacyNotice: process "Privacy notice" {
  strength = 80%
  privacy_notice = true
  satisfies = ["GDPR Art.13", "NIST-800-53 PT-5"]
  cost = 2_000 EUR
}

/// People can see, correct, take along and delete their data themselves.
control PrivacySelfService: process "Own data in own hands" {
  strength = 80%
  self_service = true
  satisfies = ["GDPR Art.15", "GDPR Art.16", "GDPR Art.17"]
  cost = 15_000 EUR
}
