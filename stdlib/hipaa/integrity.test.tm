//! Health data that stays as it was written, and those who handle it for us.

use std.compliance
use std.web

data Record: HealthData { signed = false }
data Letter: HealthData { signed }

test "who may change stored health data" {
  actor clerk: Employee
  process ward { authentication = Password, access_control }
  process import { authentication = Password, access_control = false }
  process unasked { authentication = Password }
  process pool: Relay
  store charts { holds = Record, authentication = Password, append_only = false }
  store drafts { holds = Record, authentication = Password, append_only = false }
  store open { holds = Record, authentication = NoAuthentication, append_only = false }
  store sheets { holds = Record, authentication = Password, append_only = false }
  store pooled { holds = Record, authentication = Password, append_only = false }
  store notes { holds = Record, authentication = Password }
  store log { holds = Record, append_only }
  store menus { holds = Menu, authentication = NoAuthentication, append_only = false }
  flow a: ward -> charts { sends = Record }
  flow b: import -> drafts { sends = Record }
  flow c: ward -> open { sends = Record }
  flow d: clerk -> sheets { sends = Record }
  flow e: ward -> pool { sends = Record }
  flow f: pool -> pooled { sends = Record }
  flow g: unasked -> notes { sends = Record }
  flow h: import -> log { sends = Record }
  flow i: import -> charts { sends = [], receives = Record }
  expect no HipaaIntegrity on charts
  expect HipaaIntegrity on drafts
  expect HipaaIntegrity on open
  expect HipaaIntegrity on sheets
  expect no HipaaIntegrity on pooled
  expect possible HipaaIntegrity on notes
  expect no HipaaIntegrity on log
  expect no HipaaIntegrity on menus
}

test "what shows that nobody changed it" {
  data Picture: HealthData
  store charts { holds = Record, append_only = false }
  store letters { holds = [Letter, Menu], append_only = false }
  store pictures { holds = Picture }
  store log { holds = Record, append_only }
  store menus { holds = Menu, append_only = false }
  expect HipaaProof on charts
  expect no HipaaProof on letters
  expect possible HipaaProof on pictures
  expect no HipaaProof on log
  expect no HipaaProof on menus
}

test "changed on the way" {
  boundary internet: Internet {
    actor patient: User
  }
  process portal
  process balancer: LoadBalancer
  flow plain: patient -> portal over Http { sends = Record }
  flow letter: patient -> portal over Http { sends = Letter }
  flow stamped: patient -> portal over Http { sends = Record, apply MessageSigning }
  flow closed: patient -> portal over Https { sends = Record }
  flow sealed_one: patient -> portal { sends = Record, encrypted = false, apply EndToEndEncryption }
  flow vague: patient -> portal { sends = Record }
  flow food: patient -> portal over Http { sends = Menu }
  flow behind_it: balancer -> portal over Http { sends = Record }
  expect HipaaTransitIntegrity on plain
  expect HipaaTransitIntegrity on behind_it
  expect no HipaaTransitIntegrity on letter
  expect no HipaaTransitIntegrity on stamped
  expect no HipaaTransitIntegrity on closed
  expect possible HipaaTransitIntegrity on vague
  expect no HipaaTransitIntegrity on food
  expect HipaaTransit on plain
  expect HipaaTransit on behind_it
  expect no HipaaTransit on sealed_one
}

test "associates are bound, or not" {
  process portal
  process exit: Relay
  external process archive { processing_agreement = false }
  external process mailer { processing_agreement }
  external process lab { processing_agreement = false }
  external process printer { processing_agreement = false }
  external process cook { processing_agreement = false }
  external process courier
  flow a: portal -> archive over Https { sends = Record }
  flow b: portal -> mailer over Https { sends = Record }
  flow c: lab -> portal over Https { receives = Record }
  flow d: portal -> exit over Https { sends = Record }
  flow e: exit -> printer over Https { sends = Record }
  flow f: portal -> cook over Https { sends = Menu }
  flow g: portal -> courier over Https { sends = Record }
  expect HipaaAssociates on archive
  expect no HipaaAssociates on mailer
  expect HipaaAssociates on lab
  expect HipaaAssociates on printer
  expect no HipaaAssociates on cook
  expect possible HipaaAssociates on courier
}

test "what only its final reader can open, nobody changes unnoticed" {
  process ward
  process archive
  process other
  flow sealed: ward -> archive over Http { sends = Record, apply EndToEndEncryption }
  flow clear: ward -> other over Http { sends = Record }
  expect no HipaaTransitIntegrity on sealed
  expect HipaaTransitIntegrity on clear
}
