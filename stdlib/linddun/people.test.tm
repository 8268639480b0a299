//! Not knowing and having no say: what fires, what stays silent.

test "people who are not told" {
  data Name: PersonalData
  actor alice
  actor clerk: Employee
  actor courier: Partner
  process shop { privacy_notice = false }
  process fair { apply PrivacyNotice }
  process quiet
  process desk { privacy_notice = false }
  flow a: alice -> shop { sends = Name }
  flow b: alice -> fair { sends = Name }
  flow c: alice -> quiet { sends = Name }
  flow d: clerk -> desk { sends = Name }
  flow e: courier -> desk { sends = Name }
  expect UninformedPeople on shop
  expect no UninformedPeople on fair
  expect possible UninformedPeople on quiet
  expect no UninformedPeople on desk
}

test "asked through a relay, or about somebody else" {
  data Name: PersonalData
  data Guest: PersonalData { subjects = [guest] }
  actor alice
  actor guest
  process edge: Relay
  process shop { privacy_notice = false }
  process party { privacy_notice = false }
  flow a: alice -> edge { sends = Name }
  flow b: edge -> shop { sends = Name }
  flow c: alice -> party { sends = Guest }
  expect UninformedPeople on shop
  expect no UninformedPeople on edge
  expect no UninformedPeople on party
}

test "keys of machines are about nobody" {
  data Key: Secret
  data Letter
  actor alice
  process keeper { privacy_notice = false }
  process post { privacy_notice = false }
  flow a: alice -> keeper { sends = Key }
  flow b: alice -> post { sends = Letter }
  expect no UninformedPeople on keeper
  expect possible UninformedPeople on post
}

test "people who never gave their data" {
  data Contacts: PersonalData { subjects = [friend] }
  data Own: PersonalData { subjects = [alice] }
  actor alice
  actor friend
  actor clerk: Employee
  process app { informs_others = false }
  process kind { informs_others = true }
  process unsure
  flow a: alice -> app { sends = Contacts }
  flow b: alice -> kind { sends = Contacts }
  flow c: alice -> unsure { sends = Contacts }
  flow d: alice -> app { sends = Own }
  flow e: clerk -> app { sends = Contacts }
  expect DataOfOthers on a
  expect no DataOfOthers on b
  expect possible DataOfOthers on c
  expect no DataOfOthers on d
  expect no DataOfOthers on e
}

test "agreeing" {
  data Taste: PersonalData { legal_basis = Consent }
  data Order: PersonalData { legal_basis = Contract }
  actor alice
  process tracker { consent = Bundled }
  process fair { apply ConsentManagement }
  process unsure
  process shop { consent = NotAsked }
  flow a: alice -> tracker { sends = Taste }
  flow b: alice -> fair { sends = Taste }
  flow c: alice -> unsure { sends = Taste }
  flow d: alice -> shop { sends = Order }
  expect ConsentNotFree on tracker
  expect no ConsentNotFree on fair
  expect possible ConsentNotFree on unsure
  expect no ConsentNotFree on shop
}

test "no switch" {
  data Clicks: PersonalData
  process site
  process counter { uses_for = Improvement, opt_out = false }
  process fair { uses_for = Improvement, opt_out = true }
  process unsure { uses_for = Improvement }
  process biller { uses_for = Billing, opt_out = false }
  flow a: site -> counter { sends = Clicks }
  flow b: site -> fair { sends = Clicks }
  flow c: site -> unsure { sends = Clicks }
  flow d: site -> biller { sends = Clicks }
  expect NoSayInUse on counter
  expect no NoSayInUse on fair
  expect possible NoSayInUse on unsure
  expect no NoSayInUse on biller
}

test "judged by a machine" {
  data Income: PersonalData
  process bank
  process scorer { uses_for = Scoring, human_review = false }
  process fair { uses_for = Scoring, apply HumanReview }
  process unsure { uses_for = Scoring }
  process biller { uses_for = Billing, human_review = false }
  flow a: bank -> scorer { sends = Income }
  flow b: bank -> fair { sends = Income }
  flow c: bank -> unsure { sends = Income }
  flow d: bank -> biller { sends = Income }
  expect DecidedByMachine on scorer
  expect no DecidedByMachine on fair
  expect possible DecidedByMachine on unsure
  expect no DecidedByMachine on biller
}

test "people without a hand in it" {
  data Name: PersonalData
  actor alice
  actor bob
  actor carol
  actor clerk: Employee
  actor passer_by: Visitor
  process shop { self_service = false }
  process fair { self_service = true }
  process app: ClientApp { self_service = false }
  process quiet
  flow a: alice -> shop { sends = Name }
  flow b: bob -> fair { sends = Name }
  flow b2: bob -> shop { sends = Name }
  flow c: carol -> app { sends = Name }
  flow c2: app -> fair { sends = Name }
  flow d: clerk -> shop { sends = Name }
  flow e: passer_by -> shop { sends = Name }
  expect NoWayToIntervene on alice
  expect no NoWayToIntervene on bob
  expect no NoWayToIntervene on carol
  expect no NoWayToIntervene on clerk
  expect no NoWayToIntervene on passer_by
}

test "nobody has said whether people have a hand in it" {
  data Name: PersonalData
  actor alice
  process quiet
  flow a: alice -> quiet { sends = Name }
  expect possible NoWayToIntervene on alice
}

test "people behind two relays" {
  data Address: PersonalData
  data Contacts: PersonalData { subjects = [carol] }
  actor alice: User
  actor carol: User
  actor dora: User
  process app: ClientApp
  process cdn: Relay
  process lb: Relay
  process other_lb: Relay
  process shop { privacy_notice = false, self_service = true, informs_others = false }
  process open { privacy_notice = false, self_service = false }
  process quiet
  flow alice -> cdn { sends = [Address, Contacts] }
  flow cdn -> lb { sends = [Address, Contacts] }
  flow lb -> shop { sends = Address }
  flow c: cdn -> shop { sends = Contacts }
  flow d: carol -> other_lb { sends = [Address, Contacts] }
  flow e: other_lb -> open { sends = [Address, Contacts] }
  flow g: cdn -> quiet { sends = Address }
  expect UninformedPeople on shop
  expect possible UninformedPeople on quiet
  expect DataOfOthers on c
  expect no DataOfOthers on e
  expect no NoWayToIntervene on alice
  expect NoWayToIntervene on carol
}

test "a hand in one's data is asked of the service, not of what only hands on" {
  data Name: PersonalData
  actor alice
  actor bob
  actor carol
  process app: ClientApp
  process lb: Relay
  process shop { self_service = false }
  process open_app: ClientApp { self_service = true }
  process lone_app: ClientApp
  flow a: alice -> app { sends = Name }
  flow b: app -> lb { sends = Name }
  flow c: lb -> shop { sends = Name }
  flow d: bob -> open_app { sends = Name }
  flow e: open_app -> shop { sends = Name }
  flow f: carol -> lone_app { sends = Name }
  expect NoWayToIntervene on alice
  expect no NoWayToIntervene on bob
  expect possible NoWayToIntervene on carol
}

test "a password is not asked whether it is about people" {
  data Word: Credentials
  data Name
  data Face: Credentials { personal = true }
  actor alice: User
  actor bob: User
  actor carol: User
  process door
  process desk
  process gate { privacy_notice = false, self_service = false }
  flow alice -> door { sends = Word }
  flow bob -> desk { sends = Name }
  flow carol -> gate { sends = Face }
  expect no UninformedPeople on door
  expect no NoWayToIntervene on alice
  expect possible UninformedPeople on desk
  expect possible NoWayToIntervene on bob
  expect UninformedPeople on gate
  expect NoWayToIntervene on carol
}

test "what is told to client programs is asked of the service behind" {
  data Name: PersonalData
  actor alice: User
  actor bob: User
  actor carol: User
  actor dora: User
  process page: ClientApp
  process app: ClientApp
  process lb: Relay
  process shop
  process telling: ClientApp { privacy_notice = true }
  process silent: ClientApp { privacy_notice = false }
  process other
  process plain: ClientApp
  process fair { privacy_notice = true }
  process lone: ClientApp
  flow a1: alice -> page { sends = Name }
  flow a2: alice -> app { sends = Name }
  flow a3: page -> lb { sends = Name }
  flow a4: app -> lb { sends = Name }
  flow a5: lb -> shop { sends = Name }
  flow b1: bob -> telling { sends = Name }
  flow b2: bob -> silent { sends = Name }
  flow b3: telling -> other { sends = Name }
  flow b4: silent -> other { sends = Name }
  flow c1: carol -> plain { sends = Name }
  flow c2: plain -> fair { sends = Name }
  flow d1: dora -> lone { sends = Name }
  expect no UninformedPeople on page
  expect no UninformedPeople on app
  expect possible UninformedPeople on shop
  expect no UninformedPeople on telling
  expect UninformedPeople on silent
  expect no UninformedPeople on other
  expect no UninformedPeople on plain
  expect no UninformedPeople on fair
  expect possible UninformedPeople on lone
}
