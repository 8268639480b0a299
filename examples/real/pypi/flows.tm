//! Who opens which connection.

// Reading
flow browse: reader -> edge over Https { receives = [Description, Index, Picture] }
flow install: installer -> edge over Https { receives = [Index, Package] }
flow edge -> interfaces over Https { receives = Index }
flow edge -> files over Https { receives = Package }
flow edge -> image_proxy over Https { receives = Picture }
flow image_proxy -> pictures over Http "Fetch pictures named in descriptions" { receives = Picture }
flow edge -> logs over Https { sends = DownloadLog }

// Maintaining
flow work: maintainer -> edge over Https "Log in, manage projects" {
  sends = [Passphrase, Cookie, Account]
  receives = [Cookie, Account, ApiToken, SecurityEvent]
}
flow edge -> web over Https {
  sends = [Passphrase, Cookie, Account]
  receives = [Cookie, Account, ApiToken, SecurityEvent, Description]
}
flow administer: admin -> edge over Https {
  sends = [Passphrase, Cookie],
  receives = [Account, SecurityEvent]
}
flow edge -> admin_pages over Https {
  sends = [Passphrase, Cookie],
  receives = [Account, SecurityEvent]
}

// Publishing
flow publish: maintainer -> edge over Https "twine upload" {
  sends = [Package, Description, ApiToken]
}
flow publish_workflow: workflow -> edge over Https "Trusted publishing" {
  sends = [Package, Description, WorkflowIdentity, ApiToken]
  receives = ApiToken
}
flow edge -> upload over Https {
  sends = [Package, Description, WorkflowIdentity, ApiToken]
  receives = ApiToken
}
flow upload -> publisher_issuer over Https "Keys of the provider" { receives = [] }
flow upload -> files over Https { sends = Package }
flow upload -> database over PostgresWire { sends = Description, receives = [Account, ApiToken] }
flow upload -> queue over Https { sends = Mail }

// Inside
flow web -> database over PostgresWire {
  sends = [Account, Hash, ApiToken, SecurityEvent]
  receives = [Account, Hash, ApiToken, Description, SecurityEvent]
}
flow admin_pages -> database over PostgresWire {
  sends = [Account, SecurityEvent],
  receives = [Account, SecurityEvent]
}
flow interfaces -> database over PostgresWire { receives = Description }
flow web -> sessions over RedisWire { sends = Cookie, receives = Cookie }
flow web -> search over Https { receives = Description }
flow web -> queue over Https { sends = Mail }
flow worker -> queue over Https { receives = Mail }
flow worker -> database over PostgresWire {
  sends = SecurityEvent,
  receives = [Account, Description]
}
flow worker -> search over Https { sends = Description }
flow worker -> mailer over Https { sends = Mail }
flow worker -> analytics over Https { receives = DownloadLog }
flow web -> breaches over Https "First five digits of a hash" { sends = [] }
flow web -> errors over Https { sends = [] }

// Others
flow report_leak: scanner -> edge over Https {
  apply MessageSigning
  sends = LeakedToken
}
flow edge -> hooks over Https {
  apply MessageSigning
  sends = LeakedToken
}
flow hooks -> queue over Https { sends = LeakedToken }

// Running it
flow pushed: code_host -> edge over Https "Webhook" { sends = PushEvent }
flow edge -> deployer over Https { sends = [PushEvent, Passphrase] }
flow operate: operator -> edge over Https "Cabotage's pages" { sends = [Passphrase, ServiceKeys] }
flow deployer -> deploy_db over PostgresWire { sends = PushEvent, receives = PushEvent }
flow deployer -> deploy_vault over Https { sends = ServiceKeys }
flow deployer -> builder "Build" { sends = PushEvent }
flow builder -> code_host over Https { receives = [] }
flow builder -> registry over Https { sends = Image }
flow deployer -> cluster_api over Https { sends = Image }
flow deployer -> registry over Https { receives = Image }
flow web -> deploy_vault over Https { receives = ServiceKeys }
