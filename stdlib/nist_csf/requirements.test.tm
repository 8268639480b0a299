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
  expect CsfDataFlows on vague
  expect CsfThreats on checked
  expect CsfAuthentication on desk
  expect CsfAccess on shop
  expect CsfAtRest on records
  expect CsfTransit on buy
  expect CsfTransit on keep
  expect CsfBackups on records
  expect CsfConfiguration on shop
  expect CsfSoftware on shop
  expect CsfRecords on shop
  expect CsfNetworks on records
  expect CsfCapacity on shop
  expect CsfMonitoring on shop
}

test "everything is done" {
  model checked { appetite = Low }
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
  expect no CsfDataFlows on vague
  expect no CsfThreats on checked
  expect no CsfAuthentication on desk
  expect no CsfAccess on shop
  expect no CsfAtRest on records
  expect no CsfTransit on buy
  expect no CsfTransit on keep
  expect no CsfBackups on records
  expect no CsfConfiguration on shop
  expect no CsfSoftware on shop
  expect no CsfRecords on shop
  expect no CsfNetworks on records
  expect no CsfCapacity on shop
  expect no CsfMonitoring on shop
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
  expect no CsfDataFlows on fill
  expect no CsfAuthentication on board
  expect no CsfAccess on board
  expect no CsfAtRest on notes
  expect no CsfTransit on fill
  expect no CsfBackups on notes
  expect no CsfConfiguration on board
  expect no CsfSoftware on board
  expect no CsfRecords on board
  expect no CsfNetworks on notes
  expect no CsfCapacity on board
  expect no CsfMonitoring on board
}
