//! Who is around the index, and what it runs on.

boundary internet: Internet "Internet" {
  actor reader: Visitor "Reader"
  actor installer: Visitor "Whoever installs packages"
  actor maintainer: User "Maintainer"
}

boundary staff: OfficeNetwork "Where the administrators work" {
  actor admin: Administrator "Administrator or moderator"
  actor operator: Administrator "Operator"
}

boundary others: PartnerNetwork "Services of others" {
  external process workflow: CiServer "Workflows of maintainers"
  external process publisher_issuer: OpenIdProvider "OpenID provider of workflows"
  external process scanner: SendsWebhooks "Secret scanning of code hosts" // signs its reports
  external process breaches "Have I Been Pwned"
  external process mailer: EmailProvider "Mail service"
  external process analytics: AnalyticsProvider "Warehouse of download figures"
  external process code_host: CodeHost "Where Warehouse's code is"
  external process pictures "Web sites of others"
  external process errors: AnalyticsProvider "Collector of errors"
}

boundary delivery: PartnerNetwork "Network of the CDN" {
  process edge: Cdn "CDN" { internet_facing }
}

boundary cloud: CloudAccount "Cloud account" {
  boundary cluster: Cluster "Cluster" {
    boundary app: Namespace "Warehouse" {
      // One image, started with several commands.
      process web: WebApp + AuthenticatesPeople + KeepsSessions + RecoversAccounts + RelyingParty + Workload "Warehouse" {
        authentication = Password
        second_factor = AppCode // or a security key; demanded of everyone since 2024
        also_accepts = [SessionCookie, SignedToken]
        parameterized_queries // SQLAlchemy
        output_encoding // Jinja2, and a cleaner for descriptions
        access_control // permissions of Pyramid
        ownership_checks
        audit_log // journals, security history
        apply [AntiCsrfToken, SessionProtection, RateLimit, PasswordPolicy]
      }
      process admin_pages: AdminPanel + Workload "Administration pages" { // under /admin/ of the same address
        internet_facing
        authentication = Password
        second_factor = AppCode
        access_control
        output_encoding
        parameterized_queries
        apply [AntiCsrfToken, SessionProtection]
      }
      process upload: WebService + AcceptsUploads + ResourceServer + Workload "Upload interface" {
        authentication = SignedToken
        access_control
        parameterized_queries
      }
      process interfaces: WebService + ParsesXml + Workload "JSON, simple and XML-RPC interfaces" {
        authentication = NoAuthentication // for everyone
        parameterized_queries
        apply RateLimit
      }
      process hooks: ReceivesWebhooks + WebService + Workload "Reports of leaked tokens" {
        authentication = SignedToken // a signature with a key published by the sender
      }
      process image_proxy: FetchesUrls + WebService + Workload "Camo: pictures in descriptions" {
        authentication = NoAuthentication
      }
      process worker: Worker + Workload "Celery workers"
    }
    process cluster_api: KubernetesApi "Kubernetes API server" {
      authentication = SignedToken
      access_control
    }
    boundary platform: Namespace "Cabotage" {
      process deployer: DeploymentService + WebApp + ReceivesWebhooks + Workload "Cabotage" {
        authentication = Password
        api_rights = StartsWorkloads
      }
      process builder: Worker + RunsGivenCode + Workload "Image builder"
      store registry: ContainerRegistry "Registry" { holds = Image }
      store deploy_vault: SecretStore "Vault and Consul" { holds = ServiceKeys }
      store deploy_db: Postgres "Cabotage's database" { holds = [PushEvent] }
    }
  }

  store database: CloudSql + Postgres "Database" {
    holds = [Account, Hash, ApiToken, Description, SecurityEvent]
    authentication = Password
  }
  store sessions: CloudCache + SessionStore "Redis: sessions, limits" { holds = Cookie }
  store queue: CloudQueue "Task queue" { holds = Mail }
  store search: SearchIndex "Search" { holds = Description }
  store files: Bucket "Package files" {
    holds = Package
    versioning // archived in a second cloud
    apply Backups
  }
  store logs: LogStore "Logs" { holds = DownloadLog }
}
