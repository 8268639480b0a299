//! Card data: what fires, what stays silent.
use std.web

test "codes that are kept" {
  data Code: CardVerification
  data Token: PaymentToken
  store orders: Postgres { holds = [Code, Token] }
  store quiet: Postgres
  expect VerificationKept on orders.Code
  expect no VerificationKept on orders.Token
  expect no VerificationKept on quiet
}

test "numbers that can be read" {
  data Number: CardNumber { truncated = false }
  data LastFour: CardNumber { truncated = true }
  data Unsaid: CardNumber
  store open: Postgres { holds = [Number, LastFour], numbers_unreadable = false }
  store closed: Postgres { holds = Number, numbers_unreadable = true }
  store quiet: Postgres { holds = Unsaid }
  expect ReadableCardNumbers on open.Number
  expect no ReadableCardNumbers on open.LastFour
  expect no ReadableCardNumbers on closed
  expect possible ReadableCardNumbers on quiet.Unsaid
}

test "outside the zone" {
  data Number: CardNumber { truncated = false }
  data Token: PaymentToken
  boundary outside: Internet {
    actor alice: Customer
    process page: SinglePageApp
  }
  boundary inside: PrivateNetwork {
    process shop: WebService
    process orders: WebService
    boundary zone: CardholderEnvironment {
      separated = true
      process switch: WebService
    }
  }
  flow a: alice -> page { sends = Number }
  flow b: page -> shop { sends = Number }
  flow c: shop -> switch { sends = Number }
  flow d: switch -> orders { sends = Token }
  expect CardDataOutsideZone on shop
  expect no CardDataOutsideZone on switch
  expect no CardDataOutsideZone on orders
  expect no CardDataOutsideZone on page
}

test "no zone, nothing outside it" {
  data Number: CardNumber { truncated = false }
  actor alice: Customer
  process shop: WebService
  flow a: alice -> shop { sends = Number }
  expect no CardDataOutsideZone on shop
}

test "the zone's wall" {
  boundary open: CardholderEnvironment {
    process a
    separated = false
  }
  boundary walled: CardholderEnvironment {
    process b
    apply NetworkSegmentation
  }
  boundary stated: CardholderEnvironment {
    process c
    separated = true
  }
  boundary quiet: CardholderEnvironment {
    process d
  }
  expect ZoneWithoutWall on open
  expect no ZoneWithoutWall on walled
  expect no ZoneWithoutWall on stated
  expect possible ZoneWithoutWall on quiet
}

test "by mail" {
  data Number: CardNumber { truncated = false }
  data LastFour: CardNumber { truncated = true }
  process shop
  process careful
  external process mail: EmailProvider
  flow a: shop -> mail { sends = Number }
  flow b: careful -> mail { sends = LastFour }
  expect CardNumberByMail on a
  expect no CardNumberByMail on b
}

test "real numbers in tests" {
  data Number: CardNumber { truncated = false }
  boundary lab: TestZone {
    store copy: Postgres { holds = Number }
    store made_up: Postgres { holds = [] }
  }
  store live: Postgres { holds = Number }
  expect LiveNumbersInTest on copy
  expect no LiveNumbersInTest on made_up
  expect no LiveNumbersInTest on live
}

test "what staff see" {
  data Number: CardNumber { truncated = false }
  data LastFour: CardNumber { truncated = true }
  data Unsaid: CardNumber
  actor clerk: Employee
  actor alice: Customer
  process desk
  process careful
  process quiet
  flow a: clerk -> desk { receives = Number }
  flow b: clerk -> careful { receives = LastFour }
  flow c: clerk -> quiet { receives = Unsaid }
  flow d: alice -> desk { receives = Number }
  expect WholeNumberShown on a
  expect no WholeNumberShown on b
  expect possible WholeNumberShown on c
  expect no WholeNumberShown on d
}

test "numbers out of tokens" {
  process shop
  process loose: Detokenizes { callers_listed = false }
  process strict: Detokenizes { apply ListedDetokenizers }
  process quiet: Detokenizes
  flow a: shop -> loose
  flow b: shop -> strict
  flow c: shop -> quiet
  expect TokensTurnedBack on loose
  expect no TokensTurnedBack on strict
  expect possible TokensTurnedBack on quiet
}

test "whole numbers shown by way of a relay" {
  data Number: CardNumber { truncated = false }
  data Masked: CardNumber { truncated = true }
  actor clerk: Employee
  actor viewer: Employee
  process lb: LoadBalancer
  process desk: WebService
  flow a: clerk -> lb { receives = Number }
  flow b: viewer -> lb { receives = Masked }
  flow c: lb -> desk { receives = [Number, Masked] }
  expect WholeNumberShown on a
  expect no WholeNumberShown on b
  expect no WholeNumberShown on c // nobody sits there
}
