//! Linking: what fires, what stays silent.

test "delicate records side by side" {
  data Name: PersonalData { confidentiality = Moderate }
  data Trips: PersonalData { confidentiality = High }
  data Illness: PersonalData { special_category }
  data Orders: PersonalData { confidentiality = Moderate }
  store both { holds = [Name, Trips] }
  store clinic { holds = [Name, Illness] }
  store shop { holds = [Name, Orders] }
  store alone { holds = [Illness] }
  expect LinkedRecords on both
  expect LinkedRecords on clinic
  expect no LinkedRecords on shop
  expect no LinkedRecords on alone
}

test "a number that stays" {
  data DeviceId: PersonalData { identifiability = Numbered, confidentiality = Low }
  data Screens: PersonalData { confidentiality = Low }
  data Name: PersonalData { identifiability = Named, confidentiality = Low }
  process app: ClientApp
  process own
  external process counter
  flow a: app -> counter { sends = [DeviceId] }
  flow b: app -> own { sends = [DeviceId] }
  flow c: app -> counter { sends = [Screens] }
  flow d: app -> counter { sends = [DeviceId, Name] }
  expect LinkedElsewhere on a
  expect no LinkedElsewhere on b
  expect no LinkedElsewhere on c
  expect no LinkedElsewhere on d
  expect IdentifiedElsewhere on d
}

test "devices that call others" {
  data Font { personal = false }
  data Name: PersonalData { confidentiality = Low }
  process page: ClientApp
  process server
  external process fonts
  flow a: page -> fonts { receives = Font }
  flow b: page -> fonts { sends = Name }
  flow c: server -> fonts { receives = Font }
  flow d: page -> server { receives = Font }
  expect DeviceCallsOthers on a
  expect no DeviceCallsOthers on b
  expect no DeviceCallsOthers on c
  expect no DeviceCallsOthers on d
}

test "pictures of people" {
  data Clicks: PersonalData { confidentiality = Low }
  data Weather { personal = false }
  process web
  process ranker { uses_for = [Service, Personalisation] }
  process biller { uses_for = [Billing] }
  process forecast { uses_for = [Scoring] }
  flow a: web -> ranker { sends = Clicks }
  flow b: web -> biller { sends = Clicks }
  flow c: web -> forecast { sends = Weather }
  expect ProfiledPeople on ranker
  expect no ProfiledPeople on biller
  expect no ProfiledPeople on forecast
}
