//! What is known about customers. Every piece says how bad it is if it leaks, is wrong, or is gone,
//! whether it is about people, and whether the ground of law is written down.

tag psd2 "Under strong customer authentication"
tag staff "Used by staff, not by customers"
tag cards "In scope of PCI DSS"

/// Name, address, date of birth, copy of the identity document.
data Identity: PersonalData "Identity of a customer" {
  confidentiality = High
  integrity = High
  availability = Low
  records = 600_000
  legal_basis = LegalDuty
}

/// Balance and bookings. Bookings tell where somebody eats, prays and sees a doctor.
data Bookings: PersonalData "Bookings" {
  confidentiality = High
  integrity = VeryHigh
  availability = Moderate
  records = 600_000
  legal_basis = Contract
}

/// Who pays whom how much.
data PaymentOrder: PersonalData "Payment order" {
  confidentiality = High
  integrity = VeryHigh
  availability = High
  legal_basis = Contract
  purposes = [Service, Safety]
  tags = [psd2]
}

data CardNumber: PersonalData "Card number" {
  confidentiality = High
  integrity = Moderate
  availability = Moderate
  legal_basis = Contract
  tags = [cards]
}

data Pin: Credentials "App PIN" {
  confidentiality = High
  integrity = High
  personal = false // four digits say nothing about a person
}
data AccessToken: Credentials "Access token" {
  confidentiality = High
  integrity = High
  availability = Moderate
  personal = false
}

/// Made in the phone's secure hardware when the app is set up; signs payments, never leaves the phone.
data DeviceKey: Secret "Key of the device" {
  confidentiality = VeryHigh
  integrity = VeryHigh
  personal = false
}

/// Address of an app at the push provider; the same for as long as the app is installed.
data PushAddress: PersonalData "Push address" {
  confidentiality = Low
  integrity = Low
  legal_basis = Contract
}
data PushText "Text of a notification" {
  confidentiality = Low
  integrity = Moderate
  personal = false // "You have a new message": since 2025 without names and amounts
}

/// Which screens somebody opens, on what phone, with an advertising id. Whether consent covers it is with the lawyers.
data Usage: PersonalData "Use of the app" { confidentiality = Moderate, integrity = VeryLow }

/// A number between 0 and 999 for each payment, and the reasons for it.
data FraudScore: PersonalData "Fraud score" {
  confidentiality = Moderate
  integrity = High
  legal_basis = LegalDuty
  purposes = Safety
}

/// The payment, the score, and what the analyst wrote about it.
data FraudCase: PersonalData "Fraud case" {
  confidentiality = High
  integrity = Moderate
  legal_basis = LegalDuty
}

data Trail: AuditTrail "Who did what" {
  confidentiality = Moderate
  integrity = High
  personal = true
  legal_basis = LegalDuty
}
