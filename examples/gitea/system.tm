//! Two machines, and who is around them.

boundary internet: Internet "Internet" {
  actor visitor: Visitor "Visitor"
  actor member: User "Member or guest"
}

boundary others: PartnerNetwork "Services of others" {
  external process sign_on: IdentityProvider "OAuth2 sign-on of the organisation"
  external process mail_relay: EmailProvider "Mail relay"
  external process receiver "Receivers of webhooks"
  external process upstream "Repositories that are mirrored" { authentication = SignedToken }
  external process marketplace "Actions and images of others" { authentication = NoAuthentication }
}

boundary office: OfficeNetwork "Office" {
  actor operator: Administrator "Operator"
}

boundary datacentre: Datacentre "Rented racks" {
  boundary server: Host "Server" {
    // As in the manual's page on reverse proxies: TLS ends here.
    process proxy: LoadBalancer "nginx" {
      internet_facing
    }

    boundary containers: Container "Containers" {
      // Password or sign-on; then a cookie. Tokens and BASIC serve the API and Git over HTTP.
      process web: GiteaWeb "Gitea web" {
        internet_facing = false
        authentication = Password
        also_accepts = [OpenIdConnect, SessionCookie, SignedToken, BasicAuth]
        second_factor = NoSecondFactor // each may switch one on; nobody must
        guesses_limited = false
        session_lifetime = 31d // LOGIN_REMEMBER_DAYS
        git_hooks = false // DISABLE_GIT_HOOKS
        open_registration = false // DISABLE_REGISTRATION, changed after a week
        image = ["gitea/gitea"]
        tags = [defaults]
        apply [
          RoleBasedAccess,
          OwnershipChecks,
          ParameterizedQueries,
          OutputEncoding,
          AntiCsrfToken,
          SessionProtection
        ]

        // Webhooks go to external hosts only (ALLOWED_HOST_LIST), migrations not to local networks.
        apply UrlAllowList
        apply MultiFactor { status = planned, owner = "it@example.org", ticket = "IT-402" }
        apply AccountLockout { status = planned, owner = "it@example.org", ticket = "IT-403" } // fail2ban, as in the manual
      }

      // The built-in SSH server; keys are those that members uploaded.
      process ssh: RunsCommands "Gitea SSH" {
        internet_facing
        authentication = SshKey
        tags = [defaults]
        apply RoleBasedAccess
      }

      store repositories: FileStore "Repositories" {
        holds = Source
        apply Backups
      }
      store config: FileStore "app.ini and keys" {
        holds = InstanceSecrets
        owner_only // installation from binary: mode 640
      }
      store database: Postgres "Database" {
        holds = [Account, Issues, ActionsSecrets, Session]
        authentication = Password
        apply Backups
      }
      store objects: ObjectStore "MinIO" {
        holds = [Source, Packages, JobLog] // large files, packages, artefacts
        authentication = ApiKey
      }
      store queues: KeyValueStore "Redis: sessions, cache, queues" {
        holds = [Session, Event]
        authentication = NoAuthentication
      }
      store access_log: LogStore "Logs" { holds = [] }
    }
  }

  boundary runner_host: Host "Runner's machine" {
    process runner: Worker "Runner" {
      internet_facing = false
      authentication = SignedToken // given in exchange for a registration token
    }

    // A fresh container for each job; the Docker socket of the machine is mounted into it where the label says so.
    process jobs: JobContainers "Job containers" {
      docker_socket // some workflows build images
      input_validation = false // a job runs whatever its workflow says
      apply Sandbox { status = planned, owner = "it@example.org", ticket = "IT-420" }
    }
  }
}
