//! Who is there, and how they talk.

boundary internet: Internet "Internet" {
  actor patient: User "Patient"
  external process login: IdentityProvider "Login of the health network"
}

boundary practice: OfficeNetwork "Practice" {
  actor doctor: Employee "Doctor"
}

boundary cloud: CloudAccount "Cloud account" {
  process portal: WebApp "Portal" {
    internet_facing
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
      Waf,
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

flow see: patient -> portal over Https "See results" {
  sends = [Appointment, SessionId],
  receives = [Result, Appointment]
}
flow enter: doctor -> portal over Https "Enter results" {
  sends = [Result, SessionId],
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
