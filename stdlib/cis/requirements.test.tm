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
  expect CisAccessLists on shop
  expect CisRetention on records
  expect CisDataFlows on vague
  expect CisTransit on buy
  expect CisTransit on keep
  expect CisAtRest on records
  expect CisSegments on records
  expect CisAccessLog on shop
  expect CisManagement on run
  expect CisPasswords on shop
  expect CisExternalMultiFactor on shop
  expect CisAdminMultiFactor on shop
  expect CisPatches on tool
  expect CisBackups on records
  expect CisAlerts on shop
  expect CisApplicationFilter on shop
  expect CisComponents on shop
  expect CisHardening on shop
  expect CisDesign on shop
  expect CisThreatModel on checked
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
  expect no CisAccessLists on shop
  expect no CisRetention on records
  expect no CisDataFlows on vague
  expect no CisTransit on buy
  expect no CisTransit on keep
  expect no CisAtRest on records
  expect no CisSegments on records
  expect no CisAccessLog on shop
  expect no CisManagement on run
  expect no CisPasswords on shop
  expect no CisExternalMultiFactor on shop
  expect no CisAdminMultiFactor on shop
  expect no CisPatches on tool
  expect no CisBackups on records
  expect no CisAlerts on shop
  expect no CisApplicationFilter on shop
  expect no CisComponents on shop
  expect no CisHardening on shop
  expect no CisDesign on shop
  expect no CisThreatModel on checked
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
  expect no CisAccessLists on board
  expect no CisRetention on notes
  expect no CisDataFlows on fill
  expect no CisTransit on fill
  expect no CisAtRest on notes
  expect no CisSegments on notes
  expect no CisAccessLog on board
  expect no CisManagement on fill
  expect no CisPasswords on board
  expect no CisExternalMultiFactor on board
  expect no CisAdminMultiFactor on board
  expect no CisBackups on notes
  expect no CisAlerts on board
  expect no CisApplicationFilter on board
  expect no CisComponents on board
  expect no CisHardening on board
  expect no CisDesign on board
}
