//! Each rule once raised and once silent, like the tests of any program.

use std.web

test "around the edge" {
  boundary internet: Internet { actor customer: Customer }
  boundary home: PrivateNetwork {
    process edge: AcmeEdge
    process shop: AcmeService { authentication = OpenIdConnect }
  }
  flow straight: customer -> shop over Https
  flow proper: customer -> edge over Https
  flow inside: edge -> shop over AcmeMesh
  expect AroundTheEdge on straight
  expect no AroundTheEdge on proper
  expect no AroundTheEdge on inside
}

test "runbooks" {
  process lonely: AcmeService { tier = Gold, runbook = false }
  process tried: AcmeService { tier = Gold, runbook }
  process toy: AcmeService { tier = Bronze, runbook = false }
  process new_one: AcmeService { tier = Gold }
  expect NoRunbook on lonely
  expect no NoRunbook on tried
  expect no NoRunbook on toy
  expect possible NoRunbook on new_one
}

test "what the house's blocks settle by themselves" {
  data Name: CustomerRecord { confidentiality = High, integrity = High }
  process job
  store table: AcmePostgres { holds = Name }
  flow save: job -> table over AcmeMesh { sends = Name }
  expect no UnencryptedAtRest on table
  expect no DataLoss on table
  expect no CleartextTransport on save
}

test "shared tables" {
  process till: AcmeService { team = "shops" }
  process points: AcmeService { team = "loyalty" }
  process report: AcmeService { team = "loyalty" }
  process mystery: AcmeService
  store both: AcmePostgres
  store own: AcmePostgres
  store unclear: AcmePostgres
  flow till -> both over AcmeMesh
  flow points -> both over AcmeMesh
  flow points -> own over AcmeMesh
  flow report -> own over AcmeMesh
  flow report -> unclear over AcmeMesh
  flow mystery -> unclear over AcmeMesh
  expect SharedTables on both
  expect no SharedTables on own
  expect possible SharedTables on unclear
}
