//! Each requirement open and met, and silent where nothing of note is.

data Record {
  confidentiality = High
  integrity = High
  availability = High
  personal = true
}
data Trail: AuditTrail {
  confidentiality = Low
  integrity = Low
  availability = Low
  personal = false
}
data Notice {
  confidentiality = Low
  integrity = Low
  availability = Low
  personal = false
}

test "nothing is done" {
  model checked { components_watched = false }
  boundary internet: Internet {
    actor customer: Customer
    actor clerk: Employee
  }
  actor operator: Administrator
  boundary net: PrivateNetwork {
    process shop {
      authentication = Password
      also_accepts = SessionCookie
      second_factor = NoSecondFactor
      access_control = false
      audit_log = false
      input_validation = false
      filter_in_front = false
    }
    process desk { authentication = NoAuthentication }
    process engine: RunsGivenCode
    process tool: ReadyMade { prompt_updates = false }
    store records {
      holds = Record
      encryption_at_rest = false
      backups = false
      deletes_old = false
      authentication = NoAuthentication
    }
    store trail { holds = Trail, append_only = false }
    store code: CodeRepository { authentication = NoAuthentication }
  }
  flow buy: customer -> shop over Http { sends = Record }
  flow afar: clerk -> shop over Http { sends = Record }
  flow run: operator -> shop over Http { receives = Record }
  flow look: customer -> desk over Http { receives = Record }
  flow serve: clerk -> desk over Http { receives = Record }
  flow steal: customer -> records { receives = Record }
  flow keep: shop -> records { sends = Record, encrypted = false }
  flow vague: shop -> desk
  expect IsoTransfer on buy
  expect IsoTransfer on keep
  expect IsoAccessControl on shop
  expect IsoIdentities on desk
  expect IsoPasswords on shop
  expect IsoRecords on trail
  expect IsoPrivileges on records
  expect IsoSourceCode on code
  expect IsoAuthentication on desk
  expect IsoPrivilegedAuthentication on shop
  expect IsoCapacity on shop
  expect IsoVulnerabilities on shop
  expect IsoConfiguration on shop
  expect IsoDeletion on records
  expect IsoBackups on records
  expect IsoRedundancy on records
  expect IsoLogging on shop
  expect IsoMonitoring on shop
  expect IsoNetworks on records
  expect IsoStored on records
  expect IsoInput on shop
}

test "everything is done" {
  boundary internet: Internet {
    actor customer: Customer
    actor clerk: Employee
  }
  actor operator: Administrator
  boundary net: PrivateNetwork {
    process shop {
      authentication = Password
      also_accepts = SessionCookie
      second_factor = AppCode
      access_control
      audit_log
      input_validation
      apply [
        AccountLockout,
        PasswordPolicy,
        SessionProtection,
        HardenedBaseline,
        DependencyScanning,
        CodeReview,
        RateLimit,
        AutoScaling,
        Alerting,
        Waf
      ]
    }
    process desk { authentication = OpenIdConnect }
    process engine: RunsGivenCode { apply Sandbox }
    process tool: ReadyMade { prompt_updates }
    store records {
      holds = Record
      encryption_at_rest
      backups
      authentication = WorkloadIdentity
      apply [LeastPrivilege, RetentionLimit, Redundancy]
    }
    store trail { holds = Trail, append_only }
    store code: CodeRepository { authentication = SshKey }
  }
  flow buy: customer -> shop over Https { sends = Record }
  flow afar: clerk -> shop over Https { sends = Record }
  flow run: operator -> shop over Https { receives = Record }
  flow look: customer -> desk over Https { receives = Record }
  flow serve: clerk -> desk over Https { receives = Record }
  flow keep: shop -> records { sends = Record, encrypted }
  flow vague: shop -> desk { sends = [] }
  expect no IsoTransfer on buy
  expect no IsoTransfer on keep
  expect no IsoAccessControl on shop
  expect no IsoIdentities on desk
  expect no IsoPasswords on shop
  expect no IsoRecords on trail
  expect no IsoPrivileges on records
  expect no IsoSourceCode on code
  expect no IsoAuthentication on desk
  expect no IsoPrivilegedAuthentication on shop
  expect no IsoCapacity on shop
  expect no IsoVulnerabilities on shop
  expect no IsoConfiguration on shop
  expect no IsoDeletion on records
  expect no IsoBackups on records
  expect no IsoRedundancy on records
  expect no IsoLogging on shop
  expect no IsoMonitoring on shop
  expect no IsoNetworks on records
  expect no IsoStored on records
  expect no IsoInput on shop
}

test "where nothing of note is, nothing is asked" {
  boundary net: PrivateNetwork {
    actor visitor: Visitor
    process board {
      authentication = NoAuthentication,
      also_accepts = [],
      access_control = false,
      audit_log = false
    }
    store notes {
      holds = Notice,
      encryption_at_rest = false,
      backups = false,
      authentication = NoAuthentication
    }
  }
  flow read: visitor -> board over Http { receives = Notice }
  flow fill: board -> notes { sends = Notice, encrypted = false }
  expect no IsoTransfer on fill
  expect no IsoAccessControl on board
  expect no IsoIdentities on board
  expect no IsoPasswords on board
  expect no IsoRecords on notes
  expect no IsoPrivileges on notes
  expect no IsoAuthentication on board
  expect no IsoPrivilegedAuthentication on board
  expect no IsoCapacity on board
  expect no IsoVulnerabilities on board
  expect no IsoConfiguration on board
  expect no IsoDeletion on notes
  expect no IsoBackups on notes
  expect no IsoRedundancy on notes
  expect no IsoLogging on board
  expect no IsoMonitoring on board
  expect no IsoNetworks on notes
  expect no IsoStored on notes
  expect no IsoInput on board
}
