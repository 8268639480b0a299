//! Where cards are typed, and what may never be kept of them.

use std.web

data TypedNumber: AccountData { proves_card = false }
data TypedCode: AccountData { proves_card = true }
data TypedThing: AccountData
data Cart { pci = false }

test "cards are typed into a page in the browser, and never come to a server of ours" {
  actor buyer: Customer
  external process provider: PaymentProvider
  process page: SinglePageApp { scripts_watched = false }
  process kept: SinglePageApp { scripts_watched }
  process asked: SinglePageApp
  process catalogue: SinglePageApp { scripts_watched = false }
  process app: MobileApp { scripts_watched = false }
  boundary tab: Browser {
    process plain: ClientApp { scripts_watched = false }
  }
  flow a: buyer -> page { sends = TypedNumber }
  flow b: buyer -> kept { sends = TypedNumber }
  flow c: buyer -> asked { sends = TypedNumber }
  flow d: buyer -> catalogue { sends = Cart }
  flow e: buyer -> app { sends = TypedNumber }
  flow f: buyer -> plain { sends = TypedNumber }
  flow g: page -> provider over Https { sends = TypedNumber }
  process gateway: HandsOn { scripts_watched = false }
  process prices { scripts_watched = false }
  flow h: app -> gateway over Https { sends = TypedNumber }
  flow i: gateway -> prices over Https { sends = TypedNumber }
  expect no PciPageScripts on gateway // it hands on, and shows no page
  expect no PciPageScripts on prices
  expect PciPageScripts on page
  expect no PciPageScripts on kept
  expect possible PciPageScripts on asked
  expect no PciPageScripts on catalogue
  expect no PciPageScripts on app
  expect PciPageScripts on plain
}

test "what proves a card is not kept" {
  store orders { holds = [TypedNumber, TypedCode, Cart] }
  store numbers { holds = [TypedNumber, Cart] }
  store vague { holds = TypedThing }
  store baskets { holds = Cart }
  expect PciNoProofKept on orders
  expect no PciNoProofKept on numbers
  expect possible PciNoProofKept on vague
  expect no PciNoProofKept on baskets
}
