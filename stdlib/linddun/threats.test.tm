//! Privacy: what fires, what stays silent.

test "records side by side" {
  data Name: PersonalData
  data Trips: PersonalData
  store both { holds = [Name, Trips] }
  store some { holds = [Name] }
  expect LinkedRecords on both
  expect no LinkedRecords on some
}

test "known to others" {
  data Name: PersonalData { confidentiality = Moderate }
  data Weather { personal = false, confidentiality = Low }
  process shop
  external process partner
  external process service
  flow a: shop -> partner { sends = Name }
  flow b: shop -> service { sends = Weather }
  expect IdentifiedElsewhere on a
  expect no IdentifiedElsewhere on b
}

test "proof that lasts" {
  data Visits: PersonalData
  store trail { holds = Visits, append_only = true }
  store notes { holds = Visits, append_only = false }
  expect LastingProof on trail
  expect no LastingProof on notes
}

test "seen by watchers" {
  data Visits: PersonalData
  actor alice
  process clinic
  process hotline
  flow a: alice -> clinic { sends = Visits, encrypted = false }
  flow b: alice -> hotline { sends = Visits, encrypted = true }
  expect ObservableUse on a
  expect no ObservableUse on b
}

test "very many people" {
  data Members: PersonalData { records = 2_000_000 }
  data Staff: PersonalData { records = 200 }
  store both { holds = [Members, Staff] }
  expect LargeCollection on Members
  expect no LargeCollection on Staff
}

test "in many hands" {
  data Address: PersonalData
  data Phone: PersonalData
  process shop
  process a
  process b
  process c
  process d
  flow fa: shop -> a { sends = [Address, Phone] }
  flow fb: shop -> b { sends = Address }
  flow fc: shop -> c { sends = Address }
  flow fd: shop -> d { sends = Address }
  expect SpreadData on Address
  expect no SpreadData on Phone
}

test "people who are not told" {
  data Name: PersonalData
  actor alice
  process shop { privacy_notice = false }
  process fair { apply PrivacyNotice }
  process quiet
  flow a: alice -> shop { sends = Name }
  flow b: alice -> fair { sends = Name }
  flow c: alice -> quiet { sends = Name }
  expect UninformedPeople on a
  expect no UninformedPeople on b
  expect possible UninformedPeople on c
}

test "people without a hand in it" {
  data Name: PersonalData
  actor alice
  process shop { self_service = false }
  process fair { self_service = true }
  store members
  flow a: alice -> shop { sends = Name }
  flow b: alice -> fair { sends = Name }
  flow c: shop -> members { sends = Name }
  flow d: fair -> members { sends = Name }
  expect NoWayToIntervene on shop
  expect no NoWayToIntervene on fair
}

test "nobody in charge" {
  model shop { privacy_officer = false }
  data Name: PersonalData
  expect NobodyInCharge on shop
}

test "somebody in charge" {
  model fair { privacy_officer = true }
  data Name: PersonalData
  expect no NobodyInCharge on fair
}

test "on no ground" {
  data Name: PersonalData { legal_basis = false }
  data Address: PersonalData { legal_basis = true }
  store members { holds = [Name, Address] }
  expect NoLegalBasis on Name
  expect no NoLegalBasis on Address
}

test "keys of machines are about nobody" {
  data Key: Secret
  data Letter
  actor alice
  process keeper { privacy_notice = false }
  process post { privacy_notice = false }
  flow a: alice -> keeper { sends = Key }
  flow b: alice -> post { sends = Letter }
  expect no UninformedPeople on a
  expect possible UninformedPeople on b
}
