//! Four rooms: the source's, the network, the newsroom's servers, the room without a network.

boundary internet: Internet "Internet" {
  actor source: Visitor "Source"
  boundary source_computer: UserDevice "Source's computer" {
    process tor_browser: ClientApp "Tor Browser" { sensitive_use }
  }
  external process tor: Relay "Tor network" { sensitive_use } // that somebody uses it already tells something
  external process landing: WebApp "Landing page of the newsroom" {
    authentication = NoAuthentication
  }
  process domain: DomainNames "Domain of the newsroom" // "Landing Page": a path of the newsroom's own domain, HTTPS only
  external process mail: EmailProvider "Mail provider"
  external process packages: WebService "Package servers" { authentication = NoAuthentication }
}

boundary newsroom: OfficeNetwork "Newsroom" {
  actor journalist: Employee "Journalist"
  actor administrator: Administrator "Administrator"

  boundary desk: Host "Computer started with Tails" {
    process workstation: Workstation "Journalist's workstation"
  }
  boundary admin_desk: Host "Administrator's computer started with Tails" {
    process admin_station: Workstation "Administrator's workstation"
    store admin_stick: FileStore "Administrator's stick" {
      holds = [OnionKeys, Login]
      encryption_at_rest // persistent storage of Tails
    }
  }
}

boundary cabinet: Datacentre "Locked cabinet, behind a firewall of its own" {
  boundary app_server: Host "Application server" {
    process source_site: WebApp + AcceptsUploads + KeepsSessions "Source interface" {
      authentication = Password // the codename
      output_encoding
      parameterized_queries
      apply [AntiCsrfToken, SessionProtection, ParameterizedQueries]
    }
    process journalist_site: WebApp + KeepsSessions "Journalist interface" {
      authentication = Password
      second_factor = AppCode
      access_control
      output_encoding
      parameterized_queries
      apply [AntiCsrfToken, SessionProtection, MultiFactor]
    }
    store database: SqlDatabase "SQLite" { holds = [Traces, Codename] }
    store inbox: FileStore "Submissions, encrypted with the newsroom's key" {
      holds = [Submission, Reply]
      encryption_at_rest // each file with PGP
    }
    store onion_keys: FileStore "Keys of the onion services" { holds = OnionKeys }
    store server_logs: LogStore "Logs of the application server" { holds = [] } // "Investigating logs": the system's, and of the journalists' pages; no addresses
  }
  boundary monitor_server: Host "Monitor server" {
    // "Prepare email accounts for alerts": a server with agents. The manual of OSSEC: the server may make agents act.
    process monitor: Worker + CommandsAgents "OSSEC"
    store alerts: LogStore "Alerts" { holds = Alert }
    store mail_settings: FileStore "Settings of Postfix" { holds = RelayPassword }
  }
}

boundary no_network: RestrictedZone "Room without a network" {
  boundary viewing_host: Host "Laptop started with Tails" {
    process viewer: Workstation "Secure viewing station"
    store keyring: SecretStore "Key ring" {
      holds = SubmissionKey
      encryption_at_rest
    }
    store documents: FileStore "Opened documents" {
      holds = Opened
      encryption_at_rest
    }
  }
  process printer: Workstation "Printer"
}
