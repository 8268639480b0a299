//! A requirement and the threat about the same thing say the same.

use std.payment
use std.web

data Number: CardNumber {
  pci,
  truncated = false,
  confidentiality = High,
  integrity = High,
  personal = true
}

test "stores that strangers reach by way of a relay" {
  boundary internet: Internet {
    actor eve: User
  }
  boundary inside: Datacentre {
    process balancer: LoadBalancer
    process shop: WebApp
    store cards: Postgres { holds = Number }
    store safe: Postgres { holds = Number }
    store hung_out: Postgres { holds = Number, public_access }
  }
  flow a: eve -> balancer over Https { sends = Number }
  flow b: balancer -> cards over Https { sends = Number }
  flow c: balancer -> shop over Https { sends = Number }
  flow d: shop -> safe { sends = Number }
  flow e: shop -> hung_out { sends = Number }
  expect StoreOnTheInternet on cards
  expect PciStoresBehind on cards
  expect no StoreOnTheInternet on safe
  expect no PciStoresBehind on safe
  expect PciStoresBehind on hung_out
}

test "a filter in front" {
  boundary internet: Internet {
    actor eve: User
  }
  process edge: Cdn { apply Waf }
  process balancer: LoadBalancer
  process bare: LoadBalancer
  process shop: WebApp { internet_facing, filter_in_front = false }
  process stall: WebApp { internet_facing, filter_in_front = false }
  process told: WebApp { internet_facing, filter_in_front }
  process asked: WebApp { internet_facing }
  store cards: Postgres { holds = Number }
  flow a: eve -> edge over Https { sends = Number }
  flow b: edge -> balancer over Https { sends = Number }
  flow c: balancer -> shop over Https { sends = Number }
  flow d: eve -> bare over Https { sends = Number }
  flow e: bare -> stall over Https { sends = Number }
  flow f: bare -> told over Https { sends = Number }
  flow g: bare -> asked over Https { sends = Number }
  flow h: shop -> cards { sends = Number }
  flow i: stall -> cards { sends = Number }
  flow j: told -> cards { sends = Number }
  flow k: asked -> cards { sends = Number }
  expect no MissingWaf on shop
  expect no PciWebProtection on shop
  expect MissingWaf on stall
  expect PciWebProtection on stall
  expect no MissingWaf on told
  expect no PciWebProtection on told
  expect possible MissingWaf on asked
  expect possible PciWebProtection on asked
}

test "numbers that can be read" {
  store open: Postgres { holds = Number, numbers_unreadable = false }
  store told: Postgres { holds = Number, numbers_unreadable }
  store asked: Postgres { holds = Number }
  store denied: Postgres { holds = Number, numbers_unreadable = false, apply FieldEncryption }
  expect ReadableCardNumbers on open
  expect PciStoredUnreadable on open
  expect no ReadableCardNumbers on told
  expect no PciStoredUnreadable on told
  expect possible ReadableCardNumbers on asked
  expect possible PciStoredUnreadable on asked
  expect PciStoredUnreadable on denied
}

test "scripts of the page" {
  actor eve: Customer
  process open: PaymentPage { scripts_watched = false }
  process told: PaymentPage { scripts_watched }
  process asked: PaymentPage
  flow a: eve -> open over Https { sends = Number }
  flow b: eve -> told over Https { sends = Number }
  flow c: eve -> asked over Https { sends = Number }
  expect SkimmedPage on open
  expect PciPageScripts on open
  expect no SkimmedPage on told
  expect no PciPageScripts on told
  expect possible SkimmedPage on asked
  expect possible PciPageScripts on asked
}

test "ready-made programs that wait for their fixes, and the password of the manual" {
  actor clerk: Employee
  process slow: ReadyMade { prompt_updates = false, authentication = Password, default_credentials }
  process quick: ReadyMade {
    prompt_updates,
    authentication = Password,
    default_credentials = false
  }
  flow a: clerk -> slow over Https { receives = Number }
  flow b: clerk -> quick over Https { receives = Number }
  expect DefaultCredentials on slow
  expect PciProgramAuthenticated on slow
  expect PciUpdates on slow
  expect no DefaultCredentials on quick
  expect no PciProgramAuthenticated on quick
  expect no PciUpdates on quick
}
