// E0206: the world of a test has its own elements and the package's data, not the package's elements
use std.web

data Order "Order" { confidentiality = Moderate }
process worker: WebService
process api: WebService
actor customer: Customer
flow order: customer -> api { sends = Order }
flow api -> worker { sends = Order }

test "names an element of the package" {
  actor eve
  process shop
  flow eve -> shop { sends = Order }
  expect no SqlInjection on api
}
