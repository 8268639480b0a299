//! Controls that serve a part of a requirement do not meet the whole.

use std.web

test "limits of one kind are no plan of capacity, and one closed door no configuration" {
  actor stranger: Visitor { trust = Untrusted }
  boundary net: PrivateNetwork {
    process shop: WebService {
      apply [CostLimits, AnswerLimits, ClosedDiagnostics, FirstPasswordsChanged]
    }
    process planned: WebService { apply [AnswerLimits, AutoScaling, HardenedBaseline] }
  }
  flow a: stranger -> shop over Https { sends = [] }
  flow b: stranger -> planned over Https { sends = [] }
  expect IsoCapacity on shop
  expect IsoConfiguration on shop
  expect no IsoCapacity on planned
  expect no IsoConfiguration on planned
}
