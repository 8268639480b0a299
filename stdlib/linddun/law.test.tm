//! What the law asks: what fires, what stays silent.

test "nobody in charge, nothing prepared" {
  model shop { privacy_officer = false, impact_assessment = false, breach_plan = false }
  data Illness: PersonalData { special_category, confidentiality = High }
  actor alice
  process clinic
  flow f: alice -> clinic { sends = Illness }
  expect NobodyInCharge on shop
  expect NoImpactAssessment on shop
  expect NoBreachPlan on shop
}

test "somebody in charge, all prepared" {
  model fair { privacy_officer = true, impact_assessment = true, breach_plan = true }
  data Illness: PersonalData { special_category, confidentiality = High }
  actor alice
  process clinic
  flow f: alice -> clinic { sends = Illness }
  expect no NobodyInCharge on fair
  expect no NoImpactAssessment on fair
  expect no NoBreachPlan on fair
}

test "nothing that needs an assessment or a plan" {
  model shop { impact_assessment = false, breach_plan = false }
  data Nickname: PersonalData { confidentiality = Low }
  actor alice
  process chat
  flow f: alice -> chat { sends = Nickname }
  expect no NoImpactAssessment on shop
  expect no NoBreachPlan on shop
}

test "judging people needs an assessment" {
  model bank { impact_assessment = false }
  process scorer { uses_for = Scoring }
  expect NoImpactAssessment on bank
}

test "on no ground" {
  data Name: PersonalData { legal_basis = NoBasis }
  data Address: PersonalData { legal_basis = Contract }
  data Phone: PersonalData
  store members { holds = [Name, Address, Phone] }
  expect NoLegalBasis on Name
  expect no NoLegalBasis on Address
  expect possible NoLegalBasis on Phone
}

test "a ground that does not carry" {
  data Illness: PersonalData { special_category, legal_basis = LegitimateInterest }
  data Faith: PersonalData { special_category, legal_basis = Consent }
  data Name: PersonalData { legal_basis = LegitimateInterest }
  store files { holds = [Illness, Faith, Name] }
  expect SpecialDataWithoutGround on Illness
  expect no SpecialDataWithoutGround on Faith
  expect no SpecialDataWithoutGround on Name
}

test "receivers without a contract" {
  data Name: PersonalData
  data Weather { personal = false }
  actor alice
  process shop
  external process mailer { processing_agreement = false }
  external process bound { processing_agreement = true }
  external process unsure
  external process forecast { processing_agreement = false }
  external process direct { processing_agreement = false }
  flow a: shop -> mailer { sends = Name }
  flow b: shop -> bound { sends = Name }
  flow c: shop -> unsure { sends = Name }
  flow d: shop -> forecast { sends = Weather }
  flow e: alice -> direct { sends = Name }
  expect NoProcessingAgreement on mailer
  expect no NoProcessingAgreement on bound
  expect possible NoProcessingAgreement on unsure
  expect no NoProcessingAgreement on forecast
  expect no NoProcessingAgreement on direct
}

test "sent abroad" {
  data Name: PersonalData
  data Weather { personal = false }
  boundary home: CloudAccount {
    jurisdiction = Home
    process shop
  }
  boundary away: PartnerNetwork {
    jurisdiction = Elsewhere
    external process counter
  }
  boundary near: PartnerNetwork {
    jurisdiction = Adequate
    external process mailer
  }
  external process nowhere
  flow a: shop -> counter { sends = Name }
  flow b: shop -> mailer { sends = Name }
  flow c: shop -> nowhere { sends = Name }
  flow d: shop -> counter { sends = Weather }
  expect SentAbroad on a
  expect no SentAbroad on b
  expect no SentAbroad on c
  expect no SentAbroad on d
}

test "several grounds that nobody stated are one question" {
  model shop
  data Name: PersonalData
  data Address: PersonalData
  data Faith: PersonalData { legal_basis = NoBasis }
  data Weather
  data Unused: PersonalData
  store members { holds = [Name, Address, Faith, Weather] }
  expect possible UnrecordedProcessing on shop
  expect no NoLegalBasis on Name
  expect no NoLegalBasis on Address
  expect NoLegalBasis on Faith
}

test "nobody writes down what for" {
  model shop { processing_recorded = false }
  data Name: PersonalData
  data Address: PersonalData
  store members { holds = [Name, Address] }
  expect UnrecordedProcessing on shop
}

test "it is written down, or asked of the one" {
  model shop { apply ProcessingRecord }
  data Name: PersonalData
  data Address: PersonalData
  store members { holds = [Name, Address] }
  expect no UnrecordedProcessing on shop
  expect no NoLegalBasis on Name
}

test "one ground is asked of the data itself" {
  model shop { processing_recorded = false }
  data Name: PersonalData
  data Address: PersonalData { legal_basis = Contract }
  store members { holds = [Name, Address] }
  expect no UnrecordedProcessing on shop
  expect possible NoLegalBasis on Name
}

test "who hands on what they cannot read needs no contract" {
  data Letter: PersonalData
  actor alice: User
  process app
  external process blind: Relay
  external process stated: Relay { processing_agreement = false }
  external process seeing: Relay
  flow a: app -> blind { sends = Letter, apply EndToEndEncryption }
  flow b: app -> seeing { sends = Letter }
  flow c: app -> stated { sends = Letter, apply EndToEndEncryption }
  expect no NoProcessingAgreement on blind
  expect possible NoProcessingAgreement on seeing
  expect NoProcessingAgreement on stated
}
