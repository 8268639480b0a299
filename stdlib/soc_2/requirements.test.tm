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
  expect SocRisks on checked
  expect SocLogicalAccess on shop
  expect SocAuthentication on desk
  expect SocStoreAuthentication on records
  expect SocIdentities on desk
  expect SocLeastPrivilege on records
  expect SocOutsideThreats on records
  expect SocPrivilegedAuthentication on shop
  expect SocTransmission on buy
  expect SocTransmission on keep
  expect SocVulnerabilities on shop
  expect SocMonitoring on shop
  expect SocRecords on shop
  expect SocCapacity on shop
  expect SocBackups on records
  expect SocConfidentiality on records
  expect SocDisposal on records
  expect SocInputs on shop
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
  expect no SocRisks on checked
  expect no SocLogicalAccess on shop
  expect no SocAuthentication on desk
  expect no SocStoreAuthentication on records
  expect no SocIdentities on desk
  expect no SocLeastPrivilege on records
  expect no SocOutsideThreats on records
  expect no SocPrivilegedAuthentication on shop
  expect no SocTransmission on buy
  expect no SocTransmission on keep
  expect no SocVulnerabilities on shop
  expect no SocMonitoring on shop
  expect no SocRecords on shop
  expect no SocCapacity on shop
  expect no SocBackups on records
  expect no SocConfidentiality on records
  expect no SocDisposal on records
  expect no SocInputs on shop
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
  expect no SocLogicalAccess on board
  expect no SocAuthentication on board
  expect no SocStoreAuthentication on notes
  expect no SocIdentities on board
  expect no SocLeastPrivilege on notes
  expect no SocOutsideThreats on notes
  expect no SocPrivilegedAuthentication on board
  expect no SocTransmission on fill
  expect no SocVulnerabilities on board
  expect no SocMonitoring on board
  expect no SocRecords on board
  expect no SocCapacity on board
  expect no SocBackups on notes
  expect no SocConfidentiality on notes
  expect no SocDisposal on notes
  expect no SocInputs on board
}
