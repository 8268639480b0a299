//! What stands between people and the program changes nothing about what the program owes, and facts beside a good one count.

use std.web

test "people come by way of apps, machines and relays" {
  boundary internet: Internet {
    actor customer: Customer
    actor root: Administrator
    process console: Workstation
  }
  boundary inside: Datacentre {
    process edge: Cdn { second_factor = NoSecondFactor, authentication = NoAuthentication }
    process balancer: LoadBalancer
    process shop: WebApp {
      authentication = NoAuthentication
      second_factor = NoSecondFactor
      access_control = false
      input_validation = false
      filter_in_front = false
    }
    process notices: WebApp { authentication = NoAuthentication, second_factor = NoSecondFactor }
  }
  flow buy: customer -> edge over Https { sends = Record }
  flow sit: root -> console { sends = [] }
  flow rule: console -> edge over Http { receives = Record }
  flow further: edge -> balancer over Http { sends = Record, receives = Record }
  flow hand_on: balancer -> shop over Https { sends = Record, receives = Record }
  flow read: balancer -> notices over Https { receives = Notice }
  expect CisAccessLists on shop
  expect CisAdminMultiFactor on shop
  expect CisDesign on shop
  expect CisApplicationFilter on shop
  expect CisExternalMultiFactor on shop
  expect no CisAdminMultiFactor on balancer
  expect no CisDesign on balancer
  expect no CisApplicationFilter on balancer
  expect no CisExternalMultiFactor on balancer
  expect no CisAdminMultiFactor on notices
  expect no CisExternalMultiFactor on notices
  expect CisManagement on rule
  expect CisManagement on further
  expect no CisManagement on hand_on
  expect no CisManagement on buy
}

test "facts that make a good one worthless" {
  actor clerk: Employee { account_shared }
  actor chief: Administrator
  boundary internet: Internet {
    actor customer: Customer
  }
  boundary inside: Datacentre {
    process shop: WebApp {
      authentication = OpenIdConnect
      also_accepts = [NoAuthentication]
      second_factor = AppCode
      access_control
      input_validation
      parameterized_queries = false
    }
    process desk: WebApp {
      authentication = OpenIdConnect
      also_accepts = [SessionCookie]
      second_factor = AppCode
      access_control
      ownership_checks
      input_validation
      parameterized_queries
    }
    process office: WebApp { authentication = Saml, access_control, ownership_checks = false }
    process slow: ReadyMade { prompt_updates = false, apply DependencyScanning }
    store db: Postgres {
      holds = Record
      authentication = Password
      also_accepts = [NoAuthentication]
      public_access
      deletes_old = false
    }
    store safe: Postgres {
      holds = Record
      authentication = Password
      also_accepts = [ClientCertificate]
      public_access = false
      deletes_old
    }
    store code: CodeRepository { authentication = SshKey, also_accepts = [NoAuthentication] }
    store vault: CodeRepository { authentication = SshKey, also_accepts = [Passkey] }
  }
  flow buy: customer -> shop over Https { sends = Record }
  flow run: chief -> shop over Https { receives = Record }
  flow order: customer -> desk over Https { sends = Record }
  flow rule: chief -> desk over Https { receives = Record }
  flow look: clerk -> office over Https { receives = Record }
  flow ask: customer -> slow over Https { sends = Record }
  flow keep: shop -> db { sends = Record }
  flow store_it: desk -> safe { sends = Record }
  flow closed: shop -> desk { sends = Record, encrypted = false, apply EndToEndEncryption }
  expect CisAccessLists on shop
  expect no CisAccessLists on desk
  expect CisAdminMultiFactor on shop
  expect no CisAdminMultiFactor on desk
  expect CisDesign on shop
  expect no CisDesign on desk
  expect CisExternalMultiFactor on shop
  expect no CisExternalMultiFactor on desk
  expect CisAccessLists on office
  expect CisSegments on db
  expect no CisSegments on safe
  expect CisRetention on db
  expect no CisRetention on safe
  expect no CisTransit on closed
}

test "somebody hears of new holes in the whole system" {
  model watched { components_watched }
  boundary internet: Internet {
    actor customer: Customer
  }
  process shop: WebApp
  flow buy: customer -> shop over Https { sends = Record }
  expect no CisComponents on shop
}

test "passwords with every request are passwords, and whether there are any is asked" {
  actor clerk: Employee
  process desk { authentication = BasicAuth }
  process side { authentication = Passkey, also_accepts = [BasicAuth] }
  process keyed { authentication = Passkey }
  process vague
  process job
  process engine
  flow a: clerk -> desk over Https { receives = Record }
  flow b: clerk -> side over Https { receives = Record }
  flow c: clerk -> keyed over Https { receives = Record }
  flow d: clerk -> vague over Https { receives = Record }
  flow e: job -> engine over Https { receives = Record }
  expect CisPasswords on desk
  expect CisPasswords on side
  expect no CisPasswords on keyed
  expect possible CisPasswords on vague
  expect no CisPasswords on engine
}
