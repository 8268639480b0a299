//! Who may do what, for how long: what fires, what stays silent.
use std.web

test "administrators" {
  process panel: AdminPanel
  actor always: Administrator { time_bound = false, own_machine = false }
  actor asks: Administrator { apply [RightsOnRequest, AdministratorMachine] }
  actor quiet: Administrator
  actor idle: Administrator { time_bound = false, own_machine = false }
  actor clerk: Employee
  flow a: always -> panel
  flow b: asks -> panel
  flow c: quiet -> panel
  flow d: clerk -> panel
  expect AlwaysAdministrator on always
  expect AdministersFromMailMachine on always
  expect no AlwaysAdministrator on asks
  expect no AdministersFromMailMachine on asks
  expect possible AlwaysAdministrator on quiet
  expect possible AdministersFromMailMachine on quiet
  expect no AlwaysAdministrator on idle
  expect no AdministersFromMailMachine on idle
}

test "accounts that several people share, and the one for emergencies" {
  process panel: AdminPanel
  actor shared: Employee { account_shared = true }
  actor named: Employee { apply NamedAccounts }
  actor quiet: Employee
  actor glass: EmergencyAccount { use_alarmed = false, time_bound = false }
  actor alarmed: EmergencyAccount { apply AlarmedEmergencyAccount }
  actor sealed: EmergencyAccount
  flow a: shared -> panel
  flow b: named -> panel
  flow c: quiet -> panel
  flow d: glass -> panel
  flow e: alarmed -> panel
  flow f: sealed -> panel
  expect SharedAccountOfStaff on shared
  expect no SharedAccountOfStaff on named
  expect no SharedAccountOfStaff on quiet
  expect UnwatchedEmergencyAccount on glass
  expect no UnwatchedEmergencyAccount on alarmed
  expect possible UnwatchedEmergencyAccount on sealed
  expect no AlwaysAdministrator on glass
}

test "what takes two" {
  actor clerk: Employee
  actor visitor: Visitor
  process one: WebApp + NeedsTwoPeople { second_person = false }
  process two: WebApp + NeedsTwoPeople { apply FourEyes }
  process quiet: WebApp + NeedsTwoPeople
  process unused: WebApp + NeedsTwoPeople { second_person = false }
  flow a: clerk -> one
  flow b: clerk -> two
  flow c: clerk -> quiet
  flow d: visitor -> unused
  expect OneHandIsEnough on one
  expect no OneHandIsEnough on two
  expect possible OneHandIsEnough on quiet
  expect no OneHandIsEnough on unused
}

test "vendors" {
  boundary theirs: PartnerNetwork {
    actor always: Vendor { let_in_on_request = false }
    actor asked: Vendor { apply VendorAccessOnRequest }
    actor quiet: Vendor
    actor home: Vendor { let_in_on_request = false }
    process shop
  }
  boundary ours: PrivateNetwork {
    process pump: WebService
  }
  flow a: always -> pump
  flow b: asked -> pump
  flow c: quiet -> pump
  flow d: home -> shop
  expect VendorAlwaysInside on always
  expect no VendorAlwaysInside on asked
  expect possible VendorAlwaysInside on quiet
  expect no VendorAlwaysInside on home
}

test "one hand behind a relay" {
  actor clerk: Employee
  actor alice: User
  process lb: Relay
  process edge: Relay
  process vault: NeedsTwoPeople { second_person = false }
  process quiet: NeedsTwoPeople
  process public: NeedsTwoPeople { second_person = false }
  flow clerk -> lb
  flow lb -> vault
  flow lb -> quiet
  flow alice -> edge
  flow edge -> public
  expect OneHandIsEnough on vault
  expect possible OneHandIsEnough on quiet
  expect no OneHandIsEnough on public
}
