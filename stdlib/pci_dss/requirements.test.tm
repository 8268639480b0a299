//! Each requirement open and met, and silent where no account data is.

use std.compliance

data Card: AccountData
data Order { pci = false }
data Trail: AuditTrail { pci = false }

test "nothing is done" {
  boundary internet: Internet {
    actor customer: Customer
  }
  actor clerk: Employee
  boundary net: PrivateNetwork {
    process shop {
      internet_facing
      input_validation = false
      access_control = true
      audit_log = false
      authentication = Password
      second_factor = NoSecondFactor
      filter_in_front = false
      scripts_watched = false
    }
    process till: ReadyMade { authentication = NoAuthentication, prompt_updates = false }
    store cards {
      holds = Card
      authentication = NoAuthentication
      deletes_old = false
      numbers_unreadable = false
    }
    store logs { holds = Trail, append_only = false }
  }
  flow pay: customer -> shop over Http { sends = Card }
  flow steal: customer -> cards { receives = Card }
  flow look: clerk -> shop over Https { receives = Card }
  flow sum: clerk -> till over Https { receives = Card }
  expect PciStoresBehind on cards
  expect PciUpdates on till
  expect PciProgramAuthenticated on till
  expect PciRetention on cards
  expect PciStoredUnreadable on cards
  expect PciTransit on pay
  expect no PciTransit on look
  expect PciSafeCode on shop
  expect PciPatches on shop
  expect PciWebProtection on shop
  expect PciPageScripts on shop
  expect no PciNeedToKnow on shop
  expect PciProgramAccounts on cards
  expect PciAuthenticated on cards
  expect PciMultiFactor on shop
  expect PciLockout on shop
  expect PciLogged on shop
  expect PciLogsKept on logs
}

test "everything is done" {
  boundary internet: Internet {
    actor customer: Customer
  }
  actor clerk: Employee
  boundary net: PrivateNetwork {
    process shop {
      internet_facing
      input_validation
      access_control
      audit_log
      authentication = Password
      apply [Waf, DependencyScanning, CodeIntegrity, MultiFactor, AccountLockout]
    }
    process till: ReadyMade { authentication = Saml, prompt_updates }
    store cards {
      holds = Card
      authentication = WorkloadIdentity
      encryption_at_rest
      apply [FieldEncryption, RetentionLimit, LeastPrivilege]
    }
    store logs { holds = Trail, append_only }
  }
  flow pay: customer -> shop over Https { sends = Card }
  flow look: clerk -> shop over Https { receives = Card }
  flow sum: clerk -> till over Https { receives = Card }
  flow keep: shop -> cards { sends = Card }
  expect no PciUpdates on till
  expect no PciProgramAuthenticated on till
  expect no PciStoresBehind on cards
  expect no PciRetention on cards
  expect no PciStoredUnreadable on cards
  expect no PciTransit on pay
  expect no PciSafeCode on shop
  expect no PciPatches on shop
  expect no PciWebProtection on shop
  expect no PciPageScripts on shop
  expect no PciNeedToKnow on shop
  expect no PciProgramAccounts on cards
  expect no PciAuthenticated on cards
  expect no PciMultiFactor on shop
  expect no PciLockout on shop
  expect no PciLogged on shop
  expect no PciLogsKept on logs
}

test "who may do what is open where it is said to be, and asked where it is not said" {
  actor clerk: Employee
  process office { access_control = false }
  process desk
  flow look: clerk -> office over Https { receives = Card }
  flow ask: clerk -> desk over Https { receives = Card }
  expect PciNeedToKnow on office
  expect possible PciNeedToKnow on desk
}

test "what is planned is not there yet" {
  process shop
  store cards {
    holds = Card
    numbers_unreadable = false
    apply FieldEncryption { status = planned }
  }
  flow shop -> cards
  expect PciStoredUnreadable on cards
}

test "without account data nothing applies" {
  boundary internet: Internet {
    actor customer: Customer
  }
  process shop { internet_facing, audit_log = false }
  store orders { holds = Order }
  flow buy: customer -> shop over Http { sends = Order }
  flow keep: shop -> orders { sends = Order }
  expect no PciTransit on buy
  expect no PciStoredUnreadable on orders
  expect no PciWebProtection on shop
  expect no PciLogged on shop
}
