//! What the team relies on, of the house's rules too.

test "nobody goes around the edge" with loyalty {
  expect no AroundTheEdge on spend
  expect no AroundTheEdge on collect
  expect no MissingWaf on points_api
}

test "the house's control counts against the library's threat" with loyalty {
  expect DenialOfService on edge
  expect residual(edge) <= Low
}

test "what is still to do" with loyalty {
  expect NoRunbook on points_api
  expect possible MissingAuditTrail on points_api
  expect target(points_api) <= Moderate
}
