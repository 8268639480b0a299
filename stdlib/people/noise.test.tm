//! The measure of noise: what the package says about a small office of which little is written.
use std.web

test "a shop with a support desk and an administrator: only questions" {
  model shop
  data Order { confidentiality = Low, integrity = Moderate, availability = Low }
  boundary outside: Internet {
    actor buyer: Customer
  }
  boundary office: OfficeNetwork {
    actor helper: SupportStaff
    actor root: Administrator
    process desk: Workstation
  }
  boundary inside: PrivateNetwork {
    process site: WebApp
    process panel: AdminPanel
  }
  flow buy: buyer -> site over Https { sends = Order, receives = Order }
  flow sit: helper -> desk
  flow look: desk -> site over Https { receives = Order }
  flow run: root -> panel over Https { sends = Order }
  expect possible LeaverKeepsAccess on shop
  expect possible AlwaysAdministrator on root
  expect possible AdministersFromMailMachine on root
  expect possible StrangerOnTheOfficeNetwork on office
  expect no NobodyRehearsed on shop
  expect no TalkedIntoReset on helper
  expect no SharedAccountOfStaff on helper
  expect no LostMachine on desk
  expect inherent(shop) == VeryLow and inherent(root) == VeryLow and inherent(helper) == VeryLow
  expect inherent(office) == VeryLow and inherent(desk) == VeryLow
}
