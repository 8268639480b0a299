//! What stands between people and the program changes nothing about what the program owes, and facts beside a good one count.

use std.web

test "a balancer between people and the portal" {
  boundary internet: Internet {
    actor patient: User
  }
  boundary office: OfficeNetwork {
    actor nurse: Employee
  }
  boundary inside: Datacentre {
    process balancer: LoadBalancer
    process portal: WebApp { authentication = ApiKey }
    process ward: WebApp { authentication = OpenIdConnect }
    process canteen: WebApp { authentication = ApiKey }
  }
  flow see: patient -> balancer over Https { receives = Chart }
  flow care: nurse -> balancer over Https { sends = Chart }
  flow eat: nurse -> balancer over Https { sends = Menu }
  flow to_portal: balancer -> portal over Https { receives = Chart }
  flow to_ward: balancer -> ward over Https { sends = Chart }
  flow to_canteen: balancer -> canteen over Https { sends = Menu }
  expect HipaaUniqueUsers on portal
  expect no HipaaUniqueUsers on ward
  expect no HipaaUniqueUsers on canteen
  expect no HipaaUniqueUsers on balancer
  expect HipaaLogoff on ward
  expect no HipaaLogoff on balancer
}

test "an app, a delivery network and a balancer in a row" {
  boundary internet: Internet {
    actor patient: User
    process app: MobileApp
    external process edge: Cdn
  }
  process balancer: LoadBalancer
  process portal: WebApp { authentication = ApiKey }
  process lab: WebApp { authentication = ApiKey }
  external process partner: WebService
  process door: ReverseProxy
  flow tap: patient -> app { sends = [] }
  flow ask: app -> edge over Https { receives = Chart }
  flow further: edge -> balancer over Https { receives = Chart }
  flow last: balancer -> portal over Https { receives = Chart }
  flow report: partner -> door over Https { sends = Chart }
  flow hand: door -> lab over Https { sends = Chart }
  expect HipaaUniqueUsers on portal
  expect no HipaaUniqueUsers on app
  expect no HipaaUniqueUsers on edge
  expect no HipaaUniqueUsers on lab
}

test "a relay before which nobody is drawn" {
  process balancer: LoadBalancer
  process portal: WebApp { authentication = ApiKey }
  flow ask: balancer -> portal over Https { receives = Chart }
  expect HipaaUniqueUsers on portal
}

test "another way in that asks for nothing" {
  actor nurse: Employee
  process ward {
    authentication = Password
    also_accepts = [NoAuthentication]
    access_control
  }
  process tower { authentication = Password, also_accepts = [SessionCookie], access_control }
  process post { also_accepts = [NoAuthentication] }
  store charts { holds = Chart, authentication = Password, also_accepts = [NoAuthentication] }
  store files { holds = Chart, authentication = Password, also_accepts = [ClientCertificate] }
  flow see: nurse -> ward over Https { receives = Chart }
  flow look: nurse -> tower over Https { receives = Chart }
  flow ask: nurse -> post over Https { receives = Chart }
  flow keep: ward -> charts { sends = Chart }
  expect HipaaAuthentication on ward
  expect HipaaUniqueUsers on ward
  expect HipaaAccess on ward
  expect HipaaAuthentication on post
  expect HipaaStoreAuthentication on charts
  expect no HipaaAuthentication on tower
  expect no HipaaUniqueUsers on tower
  expect no HipaaAccess on tower
  expect no HipaaStoreAuthentication on files
}

test "a key beside the login is for programs, where programs call" {
  actor nurse: Employee
  process ward { authentication = OpenIdConnect, also_accepts = [ApiKey] }
  process tower { authentication = OpenIdConnect, also_accepts = [ApiKey] }
  process lab
  flow see: nurse -> ward over Https { receives = Chart }
  flow look: nurse -> tower over Https { receives = Chart }
  flow fetch: lab -> tower over Https { receives = Chart }
  expect HipaaUniqueUsers on ward
  expect no HipaaUniqueUsers on tower
}

test "the password in the manual, and an account that many share" {
  actor nurse: Employee { account_shared }
  actor doctor: Employee { account_shared = false }
  process balancer: LoadBalancer
  process ward { authentication = Password, default_credentials }
  process tower { authentication = Password, default_credentials = false }
  process desk { authentication = Password }
  store charts { holds = Chart, authentication = Password, default_credentials }
  flow see: doctor -> ward over Https { receives = Chart }
  flow look: doctor -> tower over Https { receives = Chart }
  flow come: nurse -> balancer over Https { receives = Chart }
  flow ask: balancer -> desk over Https { receives = Chart }
  expect HipaaAuthentication on ward
  expect HipaaStoreAuthentication on charts
  expect no HipaaAuthentication on tower
  expect no HipaaUniqueUsers on tower
  expect HipaaUniqueUsers on desk
}

test "operations are checked, whose object it is is not" {
  actor nurse: Employee
  process ward { authentication = Password, access_control, ownership_checks = false }
  process tower { authentication = Password, access_control, ownership_checks }
  process lodge { authentication = Password, access_control, fails_open }
  flow see: nurse -> ward over Https { receives = Chart }
  flow look: nurse -> tower over Https { receives = Chart }
  flow ask: nurse -> lodge over Https { receives = Chart }
  expect HipaaAccess on ward
  expect HipaaAccess on lodge
  expect no HipaaAccess on tower
}

test "sessions beside another way in" {
  actor nurse: Employee
  process ward { authentication = ClientCertificate, also_accepts = [SessionCookie] }
  flow see: nurse -> ward over Https { receives = Chart }
  expect HipaaLogoff on ward
}

test "behind a gateway that asks who is calling, both are judged" {
  data Chart { phi = true, personal = true, confidentiality = High }
  actor ann: Customer
  process app: ClientApp
  process gateway: HandsOn { authentication = OAuth2, access_control }
  process records { authentication = ApiKey, access_control = false }
  process good { authentication = OpenIdConnect, access_control }
  process inner: HandsOn { authentication = WorkloadIdentity }
  process job
  process back { authentication = ApiKey }
  flow a: ann -> app { sends = Chart }
  flow b: app -> gateway over Https { sends = Chart }
  flow c: gateway -> records over Https { sends = Chart }
  flow d: gateway -> good over Https { sends = Chart }
  flow e: job -> inner over Https { sends = Chart }
  flow f: inner -> back over Https { sends = Chart }
  expect no HipaaUniqueUsers on gateway
  expect HipaaUniqueUsers on records
  expect no HipaaUniqueUsers on good
  expect no HipaaUniqueUsers on back
  process vouched { authentication = WorkloadIdentity, access_control = false }
  flow g: gateway -> vouched over Https { sends = Chart }
  expect no HipaaUniqueUsers on vouched // the gateway knows them
  expect HipaaAccess on vouched
  expect no HipaaAccess on gateway
  expect HipaaAccess on records
}
