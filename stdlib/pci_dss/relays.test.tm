//! What stands between people and the program changes nothing about what the program owes, and facts beside a good one count.

use std.web

test "staff and customers come by way of a balancer" {
  boundary internet: Internet {
    actor customer: Customer
  }
  boundary office: OfficeNetwork {
    actor clerk: Employee
    process terminal: Workstation
  }
  boundary inside: Datacentre {
    process balancer: LoadBalancer { second_factor = NoSecondFactor, access_control = false }
    process shop: WebApp {
      authentication = Password
      second_factor = NoSecondFactor
      access_control = false
      scripts_watched = false
      filter_in_front = false
    }
    process blog: WebApp { authentication = Password, second_factor = NoSecondFactor }
  }
  flow pay: customer -> balancer over Https { sends = Card }
  flow sit: clerk -> terminal { sends = [] }
  flow look: terminal -> balancer over Https { receives = Card }
  flow hand_on: balancer -> shop over Https { sends = Card, receives = Card }
  flow read: balancer -> blog over Https { sends = Order }
  expect PciNeedToKnow on shop
  expect PciMultiFactor on shop
  expect PciPageScripts on shop
  expect PciWebProtection on shop
  expect PciLockout on shop
  expect no PciNeedToKnow on balancer
  expect no PciMultiFactor on balancer
  expect no PciPageScripts on balancer
  expect no PciWebProtection on balancer
  expect no PciWebProtection on terminal
  expect no PciMultiFactor on blog
}

test "the relay asks, filters, or the person always brings a second proof" {
  boundary internet: Internet {
    actor customer: Customer
  }
  actor clerk: Employee { apply MultiFactor }
  actor guard: Employee
  process edge: ReverseProxy { second_factor = AppCode, apply Waf }
  process open_edge: ReverseProxy
  process shop: WebApp { second_factor = NoSecondFactor, filter_in_front = false }
  process desk: WebApp { second_factor = NoSecondFactor }
  process till: WebApp { second_factor = NoSecondFactor }
  process stall: WebApp { filter_in_front = false }
  flow pay: customer -> edge over Https { sends = Card }
  flow watch: guard -> edge over Https { sends = Card }
  flow hand_on: edge -> shop over Https { sends = Card }
  flow look: clerk -> desk over Https { receives = Card }
  flow both: clerk -> till over Https { receives = Card }
  flow bare: guard -> till over Https { receives = Card }
  flow buy: customer -> open_edge over Https { sends = Card }
  flow pass: open_edge -> stall over Https { sends = Card }
  flow side: edge -> stall over Https { sends = Card }
  expect no PciMultiFactor on shop
  expect no PciWebProtection on shop
  expect no PciMultiFactor on desk
  expect PciMultiFactor on till
  expect PciWebProtection on stall
}

test "a second proof that another way in goes past" {
  actor clerk: Employee
  process desk: WebApp {
    authentication = OpenIdConnect,
    second_factor = AppCode,
    also_accepts = [BasicAuth]
  }
  process office: WebApp {
    authentication = OpenIdConnect,
    second_factor = AppCode,
    also_accepts = [SessionCookie]
  }
  process lodge: WebApp {
    authentication = OpenIdConnect,
    second_factor = NoSecondFactor,
    apply MultiFactor
  }
  process cellar: WebApp { authentication = OpenIdConnect }
  flow a: clerk -> desk over Https { receives = Card }
  flow b: clerk -> office over Https { receives = Card }
  flow c: clerk -> lodge over Https { receives = Card }
  flow d: clerk -> cellar over Https { receives = Card }
  expect PciMultiFactor on desk
  expect no PciMultiFactor on office
  expect PciMultiFactor on lodge
  expect possible PciMultiFactor on cellar
}

test "passwords with every request are guessed as well, and whether there are any is asked" {
  actor clerk: Employee
  process desk: WebApp { authentication = BasicAuth }
  process side: WebApp { authentication = Passkey, also_accepts = [BasicAuth] }
  process keyed: WebApp { authentication = Passkey }
  process vague: WebApp
  flow a: clerk -> desk over Https { receives = Card }
  flow b: clerk -> side over Https { receives = Card }
  flow c: clerk -> keyed over Https { receives = Card }
  flow d: clerk -> vague over Https { receives = Card }
  expect PciLockout on desk
  expect PciLockout on side
  expect no PciLockout on keyed
  expect possible PciLockout on vague
}

test "other ways in that ask for nothing" {
  actor clerk: Employee
  process desk: WebApp {
    authentication = Saml
    also_accepts = [NoAuthentication]
    input_validation
    access_control
  }
  process office: WebApp {
    authentication = Saml,
    also_accepts = [SessionCookie],
    input_validation,
    access_control
  }
  store cards { holds = Card, authentication = Password, also_accepts = [NoAuthentication] }
  store safe { holds = Card, authentication = Password, also_accepts = [Kerberos] }
  flow a: clerk -> desk over Https { receives = Card }
  flow b: clerk -> office over Https { receives = Card }
  expect PciProgramAuthenticated on desk
  expect PciNeedToKnow on desk
  expect PciSafeCode on desk
  expect PciAuthenticated on cards
  expect no PciProgramAuthenticated on office
  expect no PciNeedToKnow on office
  expect no PciSafeCode on office
  expect no PciAuthenticated on safe
}

test "input is checked, and becomes part of queries all the same" {
  actor clerk: Employee
  process desk: WebApp {
    authentication = Saml
    input_validation
    access_control
    parameterized_queries = false
  }
  process office: WebApp {
    authentication = Saml,
    input_validation,
    access_control,
    output_encoding = false
  }
  process counter: WebApp {
    authentication = Saml,
    input_validation,
    access_control,
    parameterized_queries = false
  }
  store db: Postgres
  flow a: clerk -> desk over Https { receives = Card }
  flow b: clerk -> office over Https { receives = Card }
  flow c: clerk -> counter over Https { receives = Card }
  flow d: desk -> db { receives = Card }
  expect PciSafeCode on desk
  expect PciSafeCode on office
  expect no PciSafeCode on counter
}

test "somebody hears of holes in the whole system" {
  model watched { components_watched }
  actor clerk: Employee
  process desk
  flow look: clerk -> desk over Https { receives = Card }
  expect no PciPatches on desk
  expect no PciWatched on watched
}

test "nobody hears of holes in the whole system" {
  model loose { components_watched = false }
  actor clerk: Employee
  process desk
  flow look: clerk -> desk over Https { receives = Card }
  expect PciPatches on desk
  expect PciWatched on loose
}

test "pages for buyers, and screens of staff" {
  actor buyer: Customer
  actor clerk: Employee
  process balancer: LoadBalancer
  process desk { scripts_watched = false }
  process shell { scripts_watched = false }
  process both { scripts_watched = false }
  flow look: clerk -> desk over Https { receives = Card }
  flow maintain: buyer -> shell over Ssh { sends = Card }
  flow buy: buyer -> balancer over Https { sends = Card }
  flow help: clerk -> balancer over Https { sends = Card }
  flow hand_on: balancer -> both over Https { sends = Card }
  expect no PciPageScripts on desk
  expect no PciPageScripts on shell
  expect PciPageScripts on both
}
