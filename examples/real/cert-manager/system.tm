//! The namespace of cert-manager, the cluster around it, and who issues outside.

boundary internet: Internet "Internet" {
  actor visitor: Visitor "Whoever calls the site"
  external process acme: WebService "Public authority (ACME)" {
    authentication = SignedToken // each request is signed with the account's key
  }
  external process dns_provider: WebService "Interface of the DNS provider" {
    authentication = ApiKey
  }
  external process resolvers "Name servers of others" {
    authentication = NoAuthentication
  }
}

boundary office: OfficeNetwork "Office" {
  actor admin: Administrator "Administrator of the cluster"
  actor developer: Employee "Member of a team"
}

boundary machines: Datacentre "Machine room" {
  external process vault: WebService "Vault" {
    authentication = SignedToken
  }
  boundary cluster: Cluster "Cluster" {
    process api: KubernetesApi "kube-apiserver" {
      authentication = ClientCertificate
      also_accepts = [SignedToken]
      apply RoleBasedAccess
    }
    store secrets: Etcd "etcd, with the secrets" {
      holds = [Requests, TlsKey, SigningKey, AccountKey, ProviderKey, Trusted]
      authentication = ClientCertificate
    }
    process ingress: IngressController "Ingress controller"

    boundary namespace: Namespace "cert-manager" {
      runs_as_root = false // best-practice: not as root, without added rights, read-only file system
      syscalls_filtered // RuntimeDefault in the chart
      default_deny = false // best-practice: policies are for you to write

      process controller: Operator + FetchesUrls "Controller" { // one copy by default
        api_rights = ReadsSecrets // every secret of the cluster, to read and to write
        privileged = false
      }
      process webhook: AdmissionWebhook + Workload "Webhook" { // 10250; its certificate is made by itself
        skipped_when_down = false // failurePolicy: Fail
        privileged = false
      }
      process cainjector: Operator "CA injector" { // writes webhook configurations and interfaces of the whole cluster
        api_rights = ReadsSecrets
        privileged = false
      }
    }
    boundary monitoring: Namespace "Monitoring" {
      process prometheus: Worker + Workload "Prometheus"
    }
    boundary tenant: Namespace "A team's namespace" {
      process solver: WebService + Workload "Solver of HTTP challenges" { // 8089, for as long as a challenge lasts
        authentication = NoAuthentication
        privileged = false
      }
      process tenant_app: WebService + Workload "The team's program"
    }
  }
}
