//! Where everything stands: boundaries, and what is in them.
//! Boundaries are not scopes: moving an element into another one changes no name.

boundary internet: Internet "Internet" {
  actor customer: Customer "Customer"
  actor visitor: Visitor "Visitor"
}

boundary office: OfficeNetwork "Office" {
  actor support: Employee "Support agent"
  actor admin: Administrator "Shop administrator"
}

boundary partners: PartnerNetwork "Service providers" {
  external process stripe: PaymentProvider "Stripe" {
    authentication = ApiKey
    processing_agreement
  }
  external process mail_service: EmailProvider "Mail service" {
    sender_proven = true
    processing_agreement
  }
  external process distributor: process "Book distributor"
}

boundary aws: AwsAccount "AWS production" {
  activity_logged // recorded in all regions, and kept in the account of those who watch
  root_guarded
  spending_watched

  // Ends TLS for the internet, keeps pages of the catalogue near the readers, and refuses what looks like an attack.
  // It is a relay: what stands behind it counts as being as exposed as it is itself.
  process edge: CloudFront "CloudFront" {
    internet_facing
    apply [Waf, RateLimit, DdosProtection, InputValidation]
  }

  process logins: CognitoUserPool + AuthenticatesPeople "Customer logins" {
    internet_facing
    authentication = Password
    second_factor = NoSecondFactor
    apply [
      AccountLockout,
      PasswordPolicy,
      RateLimit,
      InputValidation,
      OwnershipChecks,
      PrivacyNotice
    ]
    apply MultiFactor { status = planned, owner = "accounts@example.org", ticket = "SHOP-311" }
  }

  boundary vpc: Vpc "Production network" {
    boundary front: PrivateNetwork "Application subnet" {
      process shop: WebApp + KeepsSessions + PaymentPage "Shop pages" {
        internet_facing = false // reached through the edge only
        authentication = SessionCookie
        session_lifetime = 24h
        audit_log = false // requests are logged, but not who changed what
        code = ["services/shop/**"] // where scanners' findings about it are located

        // `apply` says that a control is there. It also states what the control establishes:
        // with InputValidation applied, `input_validation` is known to be true.
        apply [InputValidation, OutputEncoding, ParameterizedQueries, ContentSecurityPolicy]
        apply [RoleBasedAccess, OwnershipChecks, SessionProtection, AntiCsrfToken]
        apply [PrivacyNotice, PrivacySelfService]
        apply WatchedScripts {
          status = planned,
          owner = "payments@example.org",
          ticket = "SHOP-360"
        }
      }

      process checkout_api: WebService + TakesPayments "Checkout API" {
        internet_facing = false
        authentication = OAuth2
        code = ["services/checkout/**"]
        tags = [pci]
        apply [InputValidation, ParameterizedQueries, RoleBasedAccess, OwnershipChecks, AuditLog]
        apply [ProviderConfirmation, IdempotencyKeys, StrongCustomerAuthentication]
      }

      process back_office: WebApp + SamlServiceProvider "Back office" {
        internet_facing = false
        authentication = Saml
        apply [InputValidation, OutputEncoding, ParameterizedQueries, RoleBasedAccess]
        apply AuditLog // what support looks up is recorded too
        code = ["services/back-office/**"]
        tags = [internal]
      }

      process mailer: Worker "Mailer" {
        code = ["services/mailer/**"]
        tags = [internal]
      }

      // What it checks and how it logs in at the distributor: nobody has looked yet, so nothing is said.
      process catalogue_import: BackgroundJob "Catalogue import" { code = ["jobs/import/**"] }
    }

    boundary inner: PrivateNetwork "Data subnet" {
      store orders: RdsPostgres "Orders" {
        holds = [Order, Profile, PaymentToken]
        authentication = Password
        public_access = false
        owner_login = false
        resource = "aws_db_instance.orders" // matched against infrastructure
        apply [EncryptionAtRest, Backups]
        apply RetentionLimit {
          status = planned
          owner = "payments@example.org"
          ticket = "SHOP-287"
        }
      }

      store books: RdsPostgres "Catalogue" {
        holds = Catalogue
        authentication = Password
        public_access = false
        owner_login = false
        resource = "aws_db_instance.catalogue"
      }

      store sessions: ElastiCache "Sessions" {
        holds = SessionId
        authentication = Password
        apply EncryptionAtRest
        backups = false // losing it means that everyone logs in again
        resource = "aws_elasticache_cluster.sessions"
      }
    }
  }

  store invoices: S3Bucket "Invoices" {
    holds = Invoice
    deletes_old // when the lock of ten years ends
    authentication = WorkloadIdentity
    versioning
    public_access = false
    apply [EncryptionAtRest, AppendOnlyStorage]
    resource = "aws_s3_bucket.invoices"
  }

  store mail_queue: SqsQueue "Mails to send" {
    holds = [Order]
    authentication = WorkloadIdentity
    apply EncryptionAtRest
    backups = false
  }

  store keys: SecretsManager "Secrets" {
    holds = StripeKey
    authentication = WorkloadIdentity
    apply EncryptionAtRest
  }

  store logs: CloudWatchLogs "Logs" {
    holds = RequestLog
    authentication = WorkloadIdentity
  }
}
