//! The cluster and what surrounds it. Namespaces are boundaries three deep; what is not said about trust is read through from outside in.

boundary internet: Internet "Internet" {
  actor visitor: Visitor "Someone with a tracking number"
}

boundary partners: PartnerNetwork "Partners and providers" {
  external process shop_system "Systems of partner shops"
  external process carrier "Carrier's event feed"
  external process mail_provider: EmailProvider "Mail provider"
  external process image_registry "Image registry" { authentication = SignedToken }
  external process git_host "Git host" { authentication = SshKey }
}

boundary office: OfficeNetwork "Office" {
  actor operator: Administrator "Platform operator"
  actor developer: Employee "Developer"
}

boundary cloud: CloudAccount "Cloud account" {
  boundary cluster: Cluster "Production cluster" {
    supported_version // the provider upgrades it
    logs_leave = false // the audit log does; what pods write stays in Loki
    resource_limits // said once, it holds for every pod inside

    boundary edge: Namespace "Namespace ingress" {
      resource = "Namespace/ingress"
      apply [NetworkPolicies, PodAdmission] // on a boundary: they stand for everything inside

      // Ends TLS, counts requests, passes them on. Who is calling is for those behind it to ask.
      process ingress: IngressController "Ingress controller" {
        resource = "ingress/Deployment/ingress"
        internet_facing
        runs_as_root = false
        api_rights = ReadsSecrets // it watches Ingress objects and the certificates that they name
        free_configuration = false
        tags = [tier1]
        apply [RateLimit, InputValidation, DdosProtection]
      }
    }

    boundary tracking_ns: Namespace "Namespace tracking" {
      resource = "Namespace/tracking"
      apply [NetworkPolicies, PodAdmission]

      process web: WebApp + Workload "Tracking pages" {
        resource = "tracking/Deployment/web" // compared with what the cluster is told: docs/drift.md
        internet_facing = false
        authentication = NoAuthentication // whoever has the number may look
        runs_as_root = false
        mounted_token = false
        code = ["services/web/**"]
        image = ["registry.example.org/tracking/web"]
        tags = [tier1]
        apply [InputValidation, OutputEncoding]
      }

      process api: WebService + Workload "Tracking API" {
        resource = "tracking/Deployment/api"
        internet_facing = false
        authentication = ApiKey // partners' keys never change; OAuth is planned below
        runs_as_root = false
        mounted_token = false
        code = ["services/api/**"]
        image = ["registry.example.org/tracking/api"]
        tags = [tier1]
        apply [InputValidation, ParameterizedQueries, RoleBasedAccess, OwnershipChecks]
        apply StrongAuthentication {
          status = planned
          owner = "tracking@example.org"
          ticket = "TRK-911"
        }
      }

      process scan_intake: WebService + Workload + ReceivesWebhooks "Scan intake" {
        resource = "tracking/Deployment/scan-intake"
        internet_facing = false
        authentication = SignedToken
        runs_as_root = false
        code = ["services/intake/**"]
        apply [InputValidation, RoleBasedAccess]
      }

      process event_worker: Worker + Workload "Event worker" {
        resource = "tracking/Deployment/event-worker"
        runs_as_root = false
        mounted_token = false
        code = ["services/worker/**"]
        apply [ParameterizedQueries, InputValidation]
      }

      // Written by a team that has moved on. What it runs as, nobody has looked up.
      process notifier: Worker + Workload "Notifier" {
        resource = "tracking/Deployment/notifier"
        code = ["services/notifier/**"]
      }

      store cache: Cache "Redis" {
        resource = "tracking/StatefulSet/cache"
        holds = Status
        authentication = NoAuthentication
      }
    }

    boundary messaging: Namespace "Namespace messaging" {
      apply NetworkPolicies
      store scans: EventStream "Kafka" {
        holds = [ScanEvent, Status]
        authentication = ClientCertificate
        apply [EncryptionAtRest, Redundancy]
      }
    }

    boundary observability: Namespace "Namespace observability" {
      pod_security = Baseline // for the collector, which reads other pods' logs from the node
      default_deny = false

      process collector: NodeAgent "Collector" {
        runs_as_root = true
        writes_node = false
        mounted_token = false
      }
      store logs: LogStore "Loki" { holds = AppLog }
      store metrics: KeyValueStore "Prometheus" { holds = Metrics }
      process dashboards: ClusterTool + ReadyMade + Workload "Grafana" {
        internet_facing = false
        authentication = OpenIdConnect
        runs_as_root = false
        apply [RoleBasedAccess]
      }
    }

    boundary control_plane: RestrictedZone "Control plane" {
      process kube_api: KubernetesApi "Kubernetes API server" {
        internet_facing = false
        authentication = ClientCertificate
        apply [RoleBasedAccess, AuditLog]
      }
      store etcd: Etcd "etcd" {
        holds = [ClusterSecrets, Manifests]
        authentication = ClientCertificate
        apply [EncryptionAtRest, Backups]
      }
    }

    boundary operators: Namespace "Namespace operators" {
      default_deny = false
      apply PodAdmission
      apply NetworkPolicies { status = planned, owner = "platform@example.org", ticket = "PLT-140" }

      process gitops: GitOpsController + Workload "GitOps controller" {
        runs_as_root = false
        api_rights = ClusterAdmin
        apply CodeIntegrity // takes signed commits only
      }
      process db_operator: Operator "Database operator" {
        runs_as_root = false
        api_rights = StartsWorkloads
      }
      process secrets_operator: Operator "Secrets operator" {
        runs_as_root = false
        api_rights = ReadsSecrets
        apply LeastPrivilege
      }
    }
  }

  // Managed, outside of the cluster.
  store shipments: Postgres "Shipments" {
    resource = "aws_db_instance.shipments"
    holds = [Shipment, Status]
    authentication = Password
    tags = [tier1]
    apply [EncryptionAtRest, Backups]
  }
  store vault: SecretsVault "Vault" {
    reads_recorded // in its audit device, which the platform team cannot change
    holds = [DbPassword, PartnerKey]
    authentication = WorkloadIdentity
    apply [EncryptionAtRest, Backups, LeastPrivilege]
  }
  store audit_bucket: LogStore "Audit bucket" {
    resource = "aws_s3_bucket.audit"
    holds = ClusterAudit
    authentication = WorkloadIdentity
    apply [AppendOnlyStorage, Backups]
  }
}
