//! Each requirement open and met, and silent where nothing of note is.
use std.cloud

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
  expect NistAccessEnforcement on shop
  expect NistLeastPrivilege on records
  expect NistLockout on shop
  expect NistSessionEnd on shop
  expect NistRemoteAccess on afar
  expect NistAuditRecords on shop
  expect NistAuditProtection on trail
  expect NistSettings on shop
  expect NistBackups on records
  expect NistStaffAuthentication on desk
  expect NistPrivilegedMultiFactor on shop
  expect NistPasswords on shop
  expect NistOutsiderAuthentication on desk
  expect NistRiskAssessment on checked
  expect NistComponents on shop
  expect NistFloods on shop
  expect NistBoundaryProtection on records
  expect NistTransit on buy
  expect NistTransit on keep
  expect NistSessions on shop
  expect NistAtRest on records
  expect NistIsolation on engine
  expect NistMonitoring on shop
  expect NistInput on shop
  expect NistRetention on records
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
  expect no NistAccessEnforcement on shop
  expect no NistLeastPrivilege on records
  expect no NistLockout on shop
  expect no NistSessionEnd on shop
  expect no NistRemoteAccess on afar
  expect no NistAuditRecords on shop
  expect no NistAuditProtection on trail
  expect no NistSettings on shop
  expect no NistBackups on records
  expect no NistStaffAuthentication on desk
  expect no NistPrivilegedMultiFactor on shop
  expect no NistPasswords on shop
  expect no NistOutsiderAuthentication on desk
  expect no NistRiskAssessment on checked
  expect no NistComponents on shop
  expect no NistFloods on shop
  expect no NistBoundaryProtection on records
  expect no NistTransit on buy
  expect no NistTransit on keep
  expect no NistSessions on shop
  expect no NistAtRest on records
  expect no NistIsolation on engine
  expect no NistMonitoring on shop
  expect no NistInput on shop
  expect no NistRetention on records
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
  expect no NistAccessEnforcement on board
  expect no NistLeastPrivilege on notes
  expect no NistLockout on board
  expect no NistSessionEnd on board
  expect no NistRemoteAccess on fill
  expect no NistAuditRecords on board
  expect no NistAuditProtection on notes
  expect no NistSettings on board
  expect no NistBackups on notes
  expect no NistStaffAuthentication on board
  expect no NistPrivilegedMultiFactor on board
  expect no NistPasswords on board
  expect no NistOutsiderAuthentication on board
  expect no NistComponents on board
  expect no NistFloods on board
  expect no NistBoundaryProtection on notes
  expect no NistTransit on fill
  expect no NistSessions on board
  expect no NistAtRest on notes
  expect no NistIsolation on board
  expect no NistMonitoring on board
  expect no NistInput on board
  expect no NistRetention on notes
}

test "what holds for a place is no control of everything in it" {
  model checked
  boundary internet: Internet {
    actor customer: Customer
  }
  boundary account: CloudAccount {
    apply [Guardrails, RightsForAnHour, AutoScaling]
    process shop
    store records { holds = Record }
  }
  flow buy: customer -> shop { sends = Record }
  flow keep: shop -> records { sends = Record }
  expect NistSettings on shop
  expect NistLeastPrivilege on records
  expect no NistFloods on shop // capacity follows load: a control for programs, said once of their place
}
