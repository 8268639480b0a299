//! Who is there, and how they talk.

boundary internet: Internet "Internet" {
  actor patient: User "Patient"
  external process login: IdentityProvider "Login of the health network"
}

boundary practice: OfficeNetwork "Practice" {
  actor doctor: Employee "Doctor"
}

boundary cloud: CloudAccount "Cloud account" {
  process front: LoadBalancer "Load balancer" {
    internet_facing
    rejects_ambiguous
    speaks_alone
    apply [RateLimit, DdosProtection, Waf]
  }
  process portal: WebApp "Portal" {
    internet_facing = false // reached through the balancer only
    authentication = OpenIdConnect
    also_accepts = SessionCookie
    second_factor = SecurityKey
    input_validation
    parameterized_queries
    output_encoding
    session_lifetime = 30min
    apply [
      RoleBasedAccess,
      OwnershipChecks,
      SessionProtection,
      AntiCsrfToken,
      AuditLog,
      RateLimit,
      DdosProtection,
      StrongAuthentication
    ]
  }
  store charts: Postgres "Charts" {
    holds = [Result, Appointment]
    authentication = WorkloadIdentity
    apply [EncryptionAtRest, Backups]
  }
  store trail: LogStore "Trail" {
    holds = Trail
    encryption_at_rest
    append_only
    alarms
    secrets_kept_out
    authentication = WorkloadIdentity
    apply Backups
  }
}

// What the portal owes to patients and staff it owes behind the balancer, too: that they come through it changes nothing.
flow see: patient -> front over Https "See results" {
  sends = [Appointment, SessionId],
  receives = [Result, Appointment]
}
flow enter: doctor -> front over Https "Enter results" {
  sends = [Result, SessionId],
  receives = [Result, Appointment]
}
flow hand_on: front -> portal over Https "Hand on" {
  sends = [Result, Appointment, SessionId]
  receives = [Result, Appointment]
}
flow ask: portal -> login over Https "Who is it?" { sends = [] }
flow portal -> charts over PostgresWire {
  encrypted
  authenticated
  sends = [Result, Appointment]
  receives = [Result, Appointment]
}
flow portal -> trail over Https { sends = Trail }
