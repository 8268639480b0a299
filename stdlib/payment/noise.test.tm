//! The measure of noise: what the package says about a small shop of which little is written.
use std.web

test "a shop whose provider sees the cards: only questions" {
  data Token: PaymentToken
  data Order { confidentiality = Moderate }
  boundary outside: Internet {
    actor alice: Customer
    external process provider: PaymentProvider
  }
  boundary inside: PrivateNetwork {
    process shop: WebApp + TakesPayments
    store orders: Postgres { holds = [Order, Token] }
  }
  flow order: alice -> shop over Https { sends = Order }
  flow pay: alice -> provider over Https { sends = [] }
  flow charge: shop -> provider over Https { sends = Token }
  flow save: shop -> orders over PostgresWire { sends = [Order, Token] }
  expect possible CardTesting on shop
  expect inherent(orders) == VeryLow and inherent(charge) == VeryLow
  expect possible PaidByItsOwnWord on shop
  expect possible PaidTwice on shop
  expect possible DeniedPayment on shop
  expect no VerificationKept on orders
  expect no ReadableCardNumbers on orders
  expect no CardDataOutsideZone on shop
  expect no CardNumberByMail on charge
  expect no WholeNumberShown on order
}

test "a store of which nothing is known" {
  process job
  store files
  flow save: job -> files
  expect no VerificationKept on files
  expect no ReadableCardNumbers on files
  expect no LiveNumbersInTest on files
}
