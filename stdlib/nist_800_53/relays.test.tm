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
  expect NistAccessEnforcement on shop
  expect NistPrivilegedMultiFactor on shop
  expect NistStaffAuthentication on shop
  expect NistOutsiderAuthentication on shop
  expect NistInput on shop
  expect no NistPrivilegedMultiFactor on balancer
  expect no NistStaffAuthentication on balancer
  expect no NistOutsiderAuthentication on balancer
  expect no NistInput on balancer
  expect no NistPrivilegedMultiFactor on notices
  expect no NistStaffAuthentication on notices
  expect NistRemoteAccess on rule
  expect no NistRemoteAccess on buy
  expect no NistRemoteAccess on hand_on
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
  expect NistAccessEnforcement on shop
  expect no NistAccessEnforcement on desk
  expect NistPrivilegedMultiFactor on shop
  expect no NistPrivilegedMultiFactor on desk
  expect NistStaffAuthentication on shop
  expect no NistStaffAuthentication on desk
  expect NistOutsiderAuthentication on shop
  expect no NistOutsiderAuthentication on desk
  expect NistInput on shop
  expect no NistInput on desk
  expect NistAccessEnforcement on office
  expect NistComponents on slow
  expect NistBoundaryProtection on db
  expect no NistBoundaryProtection on safe
  expect NistRetention on db
  expect no NistRetention on safe
  expect no NistTransit on closed
}

test "somebody hears of new holes in the whole system" {
  model watched { components_watched }
  boundary internet: Internet {
    actor customer: Customer
  }
  process shop: WebApp
  flow buy: customer -> shop over Https { sends = Record }
  expect no NistComponents on shop
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
  expect NistPasswords on desk
  expect NistPasswords on side
  expect no NistPasswords on keyed
  expect possible NistPasswords on vague
  expect no NistPasswords on engine
  expect NistLockout on desk
  expect NistLockout on side
  expect no NistLockout on keyed
  expect possible NistLockout on vague
  expect no NistLockout on engine
}

test "sessions beside another way in, and floods that a relay holds up" {
  boundary internet: Internet {
    actor customer: Customer
  }
  boundary inside: Datacentre {
    process edge: Cdn { apply DdosProtection }
    process bare: LoadBalancer
    process shop { authentication = ClientCertificate, also_accepts = [SessionCookie] }
    process stall
    process vague
  }
  flow buy: customer -> edge over Https { sends = Record }
  flow hand_on: edge -> shop over Https { sends = Record }
  flow ask: customer -> bare over Https { sends = Record }
  flow pass: bare -> stall over Https { sends = Record }
  expect NistSessionEnd on shop
  expect NistSessions on shop
  expect possible NistSessions on stall
  expect no NistSessions on vague
  expect NistFloods on stall
  expect no NistFloods on shop
  expect no NistFloods on edge
  expect no NistFloods on bare
}
