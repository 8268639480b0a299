//! Machines, accounts and services of the pipeline.

boundary internet: Internet "Internet" {
  actor contributor: User "Contributor from outside"
  external process public_packages: PublicPackages "Public package registry" {
    authentication = NoAuthentication
  }
}

boundary office: OfficeNetwork "Office" {
  actor developer: Employee "Developer"
  actor release_manager: Employee "Release manager"

  boundary laptop: Host "Developer's machine" {
    process workstation: DeveloperMachine "Editor, shell, Git" {
      internet_facing = false
      authentication = Passkey
    }
  }
}

boundary saas: PartnerNetwork "Code host (rented)" {
  // Theirs to run, ours to configure: the process is external, the repository in it is ours.
  external process code_host: CodeHost "Code host" { authentication = Passkey }
  store repository: CodeRepository "Repository of the shipping service" {
    holds = [SourceCode, PipelineFiles, AwsKeys]
    authentication = SignedToken
    public = false
    tags = [release]
    apply [BranchProtection, EncryptionAtRest]
    apply PushProtection { status = planned, owner = "platform@example.org", ticket = "PLAT-77" }
  }
}

boundary build: CloudAccount "AWS build account" {
  boundary runners: PrivateNetwork "Runner network" {
    process build_runner: CiRunner "Build runner" {
      internet_facing = false
      authentication = SignedToken
      ephemeral
      runs_forks = false
      pinned_steps = false // 14 of 31 steps are named by a tag
      locked_dependencies
      scoped_credentials
      privileged_jobs = false // images are built without rights
      masked_logs
      median_wait = 4min
      tags = [release]
      apply [FederatedIdentity, EgressFilter]
      apply CodeIntegrity {
        status = planned
        owner = "platform@example.org"
        ticket = "PLAT-80"
      }
      apply DependencyScanning {
        status = planned
        owner = "shipping@example.org"
        ticket = "SHIP-502"
      }
    }

    // Large machines for the nightly load test. Reused, since starting one takes half an hour.
    process test_runner: CiRunner "Load test runner" {
      internet_facing = false
      authentication = SignedToken
      ephemeral = false
      runs_forks = false
      pinned_steps
      privileged_jobs // the load generators are containers
      median_wait = 40min
      apply [Sandbox, HardenedBaseline]
    }

    process deploy_runner: CiRunner "Deploy runner" {
      internet_facing = false
      authentication = SignedToken
      ephemeral
      runs_forks = false
      pinned_steps
      scoped_credentials
      median_wait = 1min
      tags = [release]
      apply [FederatedIdentity, LeastPrivilege, AuditLog]
    }

    // Nobody is sure who may write into it: jobs of all repositories? Left open until somebody has looked.
    store cache: BuildCache "Build cache" { holds = Packages }
  }

  store registry: ArtefactRegistry "Image registry" {
    holds = [Image, Provenance]
    authentication = WorkloadIdentity
    immutable_tags = false // `latest` is still used by two services
    tags = [release]
    apply [EncryptionAtRest, SignedArtefacts]
  }

  store signing: SigningService "Signing service" {
    holds = SigningKey
    checks_origin // the request carries the token of the job: repository, branch, commit
    authentication = WorkloadIdentity
    apply [EncryptionAtRest, Backups, LeastPrivilege]
  }
}

boundary production: CloudAccount "AWS production account" {
  store deploy_log: LogStore "Deployment log" {
    holds = DeployEvents
    authentication = WorkloadIdentity
    apply [AppendOnlyStorage, Backups]
  }

  boundary cluster: Cluster "Production cluster" {
    process control_plane: Deploys "Cluster's control plane" {
      internet_facing = false
      authentication = WorkloadIdentity
      apply [RoleBasedAccess, InputValidation, AuditLog, VerifiedRelease]
    }
    process service "Shipping service" { code = ["**"], image = ["registry.example.org/shipping"] }
  }
}
