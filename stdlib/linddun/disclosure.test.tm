//! Data disclosure: what fires, what stays silent.

test "more than needed" {
  data Passport: PersonalData { confidentiality = High, minimal = false }
  data Blood: PersonalData { special_category, minimal = true }
  data Income: PersonalData { confidentiality = High }
  data Nickname: PersonalData { confidentiality = Low }
  data Score: PersonalData { confidentiality = High, minimal = false }
  actor alice
  process site
  process scorer
  flow f: alice -> site { sends = [Passport, Blood, Income, Nickname] }
  flow g: site -> scorer { sends = Score }
  expect ExcessiveDetail on Passport
  expect no ExcessiveDetail on Blood
  expect possible ExcessiveDetail on Income
  expect no ExcessiveDetail on Nickname
  expect no ExcessiveDetail on Score
}

test "very many people" {
  data Members: PersonalData { records = 2_000_000 }
  data Staff: PersonalData { records = 200 }
  store both { holds = [Members, Staff] }
  expect LargeCollection on Members
  expect no LargeCollection on Staff
}

test "another purpose" {
  data Address: PersonalData { purposes = [Service, Billing] }
  data Visits: PersonalData
  process shop
  process adverts { uses_for = [Advertising] }
  process biller { uses_for = [Billing] }
  process plain
  external process counter { uses_for = [Advertising] }
  external process others { uses_for = [Advertising] }
  actor alice
  flow d: shop -> counter { sends = Address }
  flow e: alice -> others { sends = Address }
  flow a: shop -> adverts { sends = [Address, Visits] }
  flow b: shop -> biller { sends = [Address] }
  flow c: shop -> plain { sends = [Address] }
  expect UnforeseenUse on adverts.Address
  expect possible UnforeseenUse on adverts.Visits
  expect no UnforeseenUse on biller.Address
  expect no UnforeseenUse on plain.Address
  expect UnforeseenUse on counter.Address
  expect no UnforeseenUse on others.Address
}

test "kept for ever" {
  data Name: PersonalData
  data Weather { personal = false }
  store members { holds = Name, deletes_old = false }
  store tidy { holds = Name, deletes_old = true }
  store limited { holds = Name, apply RetentionLimit }
  store unsure { holds = Name }
  store archive { holds = Weather, deletes_old = false }
  store mails: Queue { holds = Name, deletes_old = false }
  boundary phone: UserDevice {
    store own { holds = Name, deletes_old = false }
  }
  store events: EventStream { holds = Name, deletes_old = false }
  expect KeptTooLong on members
  expect no KeptTooLong on tidy
  expect no KeptTooLong on limited
  expect possible KeptTooLong on unsure
  expect no KeptTooLong on archive
  expect no KeptTooLong on mails
  expect no KeptTooLong on own
  expect KeptTooLong on events
}

test "long promises" {
  data Chats: PersonalData { retention = 7300d, legal_basis = Contract }
  data Orders: PersonalData { retention = 1095d, legal_basis = Contract }
  data Deeds: PersonalData { retention = 10950d, legal_basis = LegalDuty }
  data Notes: PersonalData
  store all_ { holds = [Chats, Orders, Deeds, Notes] }
  expect LongPromise on Chats
  expect no LongPromise on Orders
  expect no LongPromise on Deeds
  expect no LongPromise on Notes
}

test "in many hands" {
  data Address: PersonalData
  data Phone: PersonalData
  data Route: PersonalData
  process shop
  process a
  process b
  process c
  process d
  process edge: Relay
  process app: ClientApp
  data Switch { confidentiality = Low }
  data Vague
  flow fa: shop -> a { sends = [Address, Phone, Route, Switch, Vague] }
  flow fb: shop -> b { sends = [Address, Route, Switch, Vague] }
  flow fc: shop -> c { sends = [Address, Switch, Vague] }
  flow fd: shop -> d { sends = [Address, Switch, Vague] }
  expect no SpreadData on Switch // little harm, whoever reads it: not asked
  expect possible SpreadData on Vague
  flow fe: shop -> edge { sends = Route }
  flow ff: shop -> app { sends = Route }
  expect SpreadData on Address
  expect no SpreadData on Phone
  expect no SpreadData on Route
}

test "what opens a door has no coarser form" {
  data Word: Credentials { confidentiality = High, personal = true }
  data Much: Credentials { confidentiality = High, personal = true, minimal = false }
  data Diary: PersonalData { confidentiality = High }
  actor alice: User
  process app
  flow alice -> app { sends = [Word, Much, Diary] }
  expect no ExcessiveDetail on Word
  expect ExcessiveDetail on Much
  expect possible ExcessiveDetail on Diary
}
