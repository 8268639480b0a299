//! Identifying: what fires, what stays silent.

test "known to others" {
  data Name: PersonalData { confidentiality = Moderate }
  data Weather { personal = false, confidentiality = Low }
  data Number: PersonalData { identifiability = Numbered, confidentiality = Low }
  process shop
  external process partner
  external process service
  flow a: shop -> partner { sends = Name }
  flow b: shop -> service { sends = Weather }
  flow c: shop -> service { sends = Number }
  expect IdentifiedElsewhere on a
  expect no IdentifiedElsewhere on b
  expect no IdentifiedElsewhere on c
}

test "traits" {
  data Age: PersonalData { identifiability = Describing, confidentiality = Low }
  data Town: PersonalData { identifiability = Describing, confidentiality = Low }
  data Name: PersonalData { identifiability = Named, confidentiality = Low }
  process shop
  process lab { uses_for = Research }
  process biller { uses_for = Billing }
  external process partner
  flow a: shop -> partner { sends = [Age, Town] }
  flow b: shop -> lab { sends = [Age, Town] }
  flow c: shop -> biller { sends = [Age, Town] }
  flow d: shop -> partner { sends = [Age] }
  flow e: shop -> partner { sends = [Age, Town, Name] }
  expect CombinedTraits on a
  expect CombinedTraits on b
  expect no CombinedTraits on c
  expect no CombinedTraits on d
  expect no CombinedTraits on e
}

test "few people" {
  data Ratings { identifiability = Anonymous, records = 12, confidentiality = Moderate }
  data Census { identifiability = Anonymous, records = 1_000_000 }
  data Members { identifiability = Named, records = 12 }
  store results { holds = [Ratings, Census, Members] }
  expect SmallCrowd on Ratings
  expect no SmallCrowd on Census
  expect no SmallCrowd on Members
}

test "names beside illnesses" {
  data Name: PersonalData { identifiability = Named }
  data Number: PersonalData { identifiability = Numbered }
  data Illness: PersonalData { special_category }
  store open_ { holds = [Name, Illness] }
  store apart { holds = [Number, Illness] }
  store masked { holds = [Name, Illness], apply Pseudonymization }
  expect NamedSensitiveRecords on open_
  expect no NamedSensitiveRecords on apart
  expect no NamedSensitiveRecords on masked
}

test "voices and letters" {
  data Letter: RichContent
  data Choice
  actor caller
  process hotline { sensitive_use }
  process shop { sensitive_use = false }
  flow a: caller -> hotline { sends = Letter }
  flow b: caller -> hotline { sends = Choice }
  flow c: caller -> shop { sends = Letter }
  expect RevealingContent on a
  expect no RevealingContent on b
  expect no RevealingContent on c
}
