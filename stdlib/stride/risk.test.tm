//! One threat (likelihood high, impact moderate) measured by each matrix of std.core.

test "by the matrix of NIST SP 800-30" {
  model m
  actor alice
  process shop {
    internet_facing = true,
    authentication = Passkey,
    input_validation = true,
    load_limited = false
  }
  flow f: alice -> shop over Https
  expect DenialOfService on shop
  expect inherent(shop) == Moderate
}

test "by a matrix after ISO/IEC 27005" {
  model m { matrix = Iso27005 }
  actor alice
  process shop {
    internet_facing = true,
    authentication = Passkey,
    input_validation = true,
    load_limited = false
  }
  flow f: alice -> shop over Https
  expect inherent(shop) == High
}

test "by the matrix of EBIOS Risk Manager" {
  model m { matrix = EbiosRm }
  actor alice
  process shop {
    internet_facing = true,
    authentication = Passkey,
    input_validation = true,
    load_limited = false
  }
  flow f: alice -> shop over Https
  expect inherent(shop) == High
}

test "by the grid of the OWASP Risk Rating" {
  model m { matrix = OwaspGrid }
  actor alice
  process shop {
    internet_facing = true,
    authentication = Passkey,
    input_validation = true,
    load_limited = false
  }
  flow f: alice -> shop over Https
  expect inherent(shop) == High
}
