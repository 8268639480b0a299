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
  expect SsdfSafeCode on shop
  expect no SsdfSafeCode on balancer
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
  expect SsdfSafeCode on shop
  expect no SsdfSafeCode on desk
  expect SsdfCode on code
  expect no SsdfCode on vault
}

test "somebody hears of new holes in the whole system" {
  model watched { components_watched }
  boundary internet: Internet {
    actor customer: Customer
  }
  process shop: WebApp
  flow buy: customer -> shop over Https { sends = Record }
  expect no SsdfComponents on shop
}
