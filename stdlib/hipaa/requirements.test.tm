//! Each safeguard open and met, and silent where no health data is.

use std.compliance

data Chart: HealthData
data Menu { phi = false }

test "nothing is done" {
  boundary internet: Internet {
    actor patient: Customer
  }
  process portal {
    access_control = false
    authentication = ApiKey
    audit_log = false
  }
  process kiosk { authentication = NoAuthentication }
  actor nurse: Employee
  process ward { authentication = Password }
  process pump { authentication = ClientCertificate }
  process screen: Workstation
  flow ask: nurse -> ward { receives = Chart }
  flow sit: nurse -> screen { receives = Chart }
  flow wear: nurse -> pump { receives = Chart }
  store charts {
    holds = Chart
    encryption_at_rest = false
    backups = false
    authentication = NoAuthentication
  }
  flow see: patient -> portal over Http { receives = Chart }
  flow print: kiosk -> portal { receives = Chart }
  flow keep: portal -> charts { sends = Chart }
  expect HipaaAccess on portal
  expect HipaaUniqueUsers on portal
  expect HipaaLogoff on ward
  expect HipaaLogoff on screen
  expect no HipaaLogoff on pump
  expect HipaaStoredEncrypted on charts
  expect HipaaAudit on portal
  expect HipaaAuthentication on kiosk
  expect HipaaStoreAuthentication on charts
  expect HipaaTransit on see
  expect HipaaBackups on charts
}

test "everything is done" {
  boundary internet: Internet {
    actor patient: Customer
  }
  process portal {
    access_control
    authentication = OpenIdConnect
    audit_log
    apply SessionProtection
  }
  store charts {
    holds = Chart
    encryption_at_rest
    backups
    authentication = WorkloadIdentity
  }
  flow see: patient -> portal over Https { receives = Chart }
  flow keep: portal -> charts { sends = Chart }
  expect no HipaaAccess on portal
  expect no HipaaUniqueUsers on portal
  expect no HipaaLogoff on portal
  expect no HipaaStoredEncrypted on charts
  expect no HipaaAudit on portal
  expect no HipaaAuthentication on portal
  expect no HipaaStoreAuthentication on charts
  expect no HipaaTransit on see
  expect no HipaaBackups on charts
}

test "without health data nothing applies" {
  actor cook: Employee
  process kitchen { audit_log = false }
  store menus { holds = Menu, backups = false }
  flow plan: cook -> kitchen over Http { sends = Menu }
  flow keep: kitchen -> menus { sends = Menu }
  expect no HipaaAudit on kitchen
  expect no HipaaBackups on menus
  expect no HipaaTransit on plan
}

test "what is not said is asked" {
  actor nurse: Employee
  process ward
  flow see: nurse -> ward over Https { receives = Chart }
  expect possible HipaaAudit on ward
  expect possible HipaaAccess on ward
}
