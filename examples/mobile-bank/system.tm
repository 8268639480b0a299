//! The phone, the bank, and those who work for it.

boundary internet: Internet "Internet" {
  boundary phone: UserDevice "Customer's phone" {
    actor customer: Customer "Customer"

    process app: MobileApp + UnlocksLocally "Banking app" {
      internet_facing = false // nothing connects to it but its owner's fingers
      authentication = Passkey // fingerprint or face unlocks the device key
      access_control // one caller, who may do all of it
      code = ["app/**"]
      backup_excluded
      apply [InputValidation, PrivacyNotice, PrivacySelfService]
      apply [CertificatePinning, KeyBoundUnlock, HiddenScreens, ForcedUpdates]
      apply AppAttestation {
        status = planned,
        owner = "mobile-banking@example.org",
        ticket = "APP-512"
      }
    }
    store keystore: DeviceKeystore "Phone's key store" {
      holds = DeviceKey
      authentication = Passkey
      encryption_at_rest
      backups = false // by intent: a key that can be restored can be copied
    }
    store app_cache: AppStorage "App's cache" {
      holds = Bookings // the last thirty, so that the app opens at once
      encryption_at_rest
    }
  }
}

boundary providers: PartnerNetwork "Providers" {
  external process card_processor: PaymentProvider "Card processor" { processing_agreement }
  external process push_provider: PushService "Push provider" { processing_agreement }
  external process analytics: AnalyticsProvider "Analytics"
}

boundary office: OfficeNetwork "Offices" {
  actor help_desk: Employee "Help desk"
  actor analyst: Employee "Fraud analyst"
  actor core_admin: Administrator "Administrator of the core"
}

// The front zone stands beside the data centre, not in it: what is outside in the drawing is outside in the model.
boundary front: Dmz "Front zone" {
  process gateway: ApiGateway "API gateway" {
    internet_facing
    authentication = OAuth2
    session_lifetime = 15min
    tags = [psd2]
    apply [Waf, RateLimit, DdosProtection, InputValidation, RoleBasedAccess, PrivacyNotice]
    apply [NetworkSegmentation, HardenedBaseline]
  }
}

boundary datacentre: Datacentre "Bank's data centre" {
  boundary services: PrivateNetwork "Services" {
    process identity: IdentityProvider + RecoversAccounts "Identity provider" {
      internet_facing = false
      authentication = Passkey
      apply [InputValidation, ParameterizedQueries, RoleBasedAccess, OwnershipChecks, AuditLog]
      apply [MultiFactor, AccountLockout]
    }
    process accounts: WebService "Accounts service" {
      internet_facing = false
      authentication = SignedToken
      code = ["services/accounts/**"]
      apply [InputValidation, RoleBasedAccess, OwnershipChecks, PrivacySelfService]
    }
    process payments: WebService "Payments service" {
      internet_facing = false
      authentication = SignedToken
      code = ["services/payments/**"]
      tags = [psd2]
      apply [InputValidation, RoleBasedAccess, OwnershipChecks, AuditLog, LeastPrivilege]
    }
    process fraud: WebService "Fraud scoring" {
      internet_facing = false
      authentication = ClientCertificate
      apply [InputValidation, RoleBasedAccess, ParameterizedQueries]
      uses_for = [Safety] // it judges payments, not people
    }
    process notifier: Worker "Notifier" {
      apply [InputValidation, DataMinimization]
    }
    process desk: WebApp "Desk for staff" {
      internet_facing = false
      authentication = Saml
      tags = [staff]
      apply [InputValidation, OutputEncoding, ParameterizedQueries, RoleBasedAccess, AuditLog]
    }

    store customers: Postgres "Customers" {
      holds = [Identity, PushAddress]
      deletes_old // ten years after the account was closed
      authentication = ClientCertificate
      apply [EncryptionAtRest, FieldEncryption, Backups]
    }
    store cases: Postgres "Fraud cases" {
      holds = [FraudScore, FraudCase]
      authentication = Password
      apply Backups // encrypted? the operations team has been asked
    }
    store events: EventStream "Payment events" {
      holds = [PaymentOrder, PushText]
      authentication = ClientCertificate
      apply [EncryptionAtRest, Redundancy]
    }
  }

  boundary vault_zone: RestrictedZone "Core zone" {
    process core "Core banking" {
      internet_facing = false
      authentication = ClientCertificate
      tags = [psd2, staff]
      apply [InputValidation, ParameterizedQueries, RoleBasedAccess, AuditLog, NetworkSegmentation]
    }
    store ledger: SqlDatabase "Ledger" {
      holds = [Bookings, CardNumber]
      deletes_old
      authentication = Password
      apply [EncryptionAtRest, Backups, NetworkSegmentation, LeastPrivilege]
    }
    store trail: LogStore "Audit trail" {
      holds = Trail
      deletes_old // after seven years
      authentication = ClientCertificate
      apply [EncryptionAtRest, AppendOnlyStorage, Backups]
    }
  }
}
