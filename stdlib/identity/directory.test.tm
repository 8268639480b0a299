//! Directories: what fires, what stays silent.
use std.web

test "searches" {
  actor alice: User
  process phone_book: WebApp { input_validation = false }
  process strict: WebApp { input_validation = true }
  process quiet: WebApp
  process elsewhere: WebApp { input_validation = false }
  store people: LdapDirectory
  store orders: Postgres
  flow a: alice -> phone_book
  flow b: alice -> strict
  flow c: alice -> quiet
  flow d: alice -> elsewhere
  flow e: phone_book -> people over Ldaps
  flow f: strict -> people over Ldaps
  flow g: quiet -> people over Ldaps
  flow h: elsewhere -> orders
  expect LdapInjection on phone_book
  expect no LdapInjection on strict
  expect possible LdapInjection on quiet
  expect no LdapInjection on elsewhere
}

test "searches behind the first program, and out of a queue" {
  data Name
  actor alice: User
  process front: WebApp
  process back: WebService { input_validation = false }
  process apart: WebService { input_validation = false }
  process worker: Worker { input_validation = false }
  store jobs: Queue
  store people: LdapDirectory
  flow a: alice -> front { sends = Name }
  flow b: front -> back { sends = Name }
  flow c: front -> jobs { sends = Name }
  flow d: worker -> jobs { receives = Name }
  flow e: back -> people over Ldaps
  flow f: worker -> people over Ldaps
  flow g: apart -> people over Ldaps
  expect LdapInjection on back
  expect LdapInjection on worker
  expect no LdapInjection on apart
}

test "old protocols" {
  store old: ActiveDirectory { ntlm_allowed = true, service_passwords = true }
  store new: ActiveDirectory { ntlm_allowed = false, apply ManagedServiceAccounts }
  store quiet: ActiveDirectory
  expect RelayedLogin on old
  expect CrackedServicePassword on old
  expect no RelayedLogin on new
  expect no CrackedServicePassword on new
  expect possible RelayedLogin on quiet
  expect possible CrackedServicePassword on quiet
}

test "searches by way of a relay before the directory" {
  actor alice: User
  process phone_book: WebApp { input_validation = false }
  process apart: WebApp { input_validation = false }
  process lb: Relay
  process other_lb: Relay
  process prices: WebService
  store people: LdapDirectory
  flow alice -> phone_book
  flow alice -> apart
  flow phone_book -> lb
  flow lb -> people
  flow apart -> other_lb
  flow other_lb -> prices
  expect LdapInjection on phone_book
  expect no LdapInjection on apart
}

test "a directory is made for secrets, and workstations search it for their user" {
  data Trust: Secret { confidentiality = VeryHigh }
  actor alice: Employee
  boundary lan: OfficeNetwork {
    process pc: Workstation { input_validation = false }
  }
  process portal: WebApp { input_validation = false }
  store people: ActiveDirectory { holds = Trust }
  store table: SqlDatabase { holds = Trust }
  flow a: alice -> pc
  flow b: pc -> people over Ldaps
  flow c: alice -> portal
  flow d: portal -> people over Ldaps
  flow e: portal -> table
  expect no SecretOutsideVault on people
  expect SecretOutsideVault on table
  expect no LdapInjection on pc
  expect LdapInjection on portal
}
