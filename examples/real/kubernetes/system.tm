//! One machine that rules, one of many that work.

boundary internet: Internet "Internet" {
  actor user: Visitor "User of the application"
}

boundary office: OfficeNetwork "Office" {
  actor administrator: Administrator "Administrator"
  actor developer: Employee "Developer"
  boundary desk: Host "Administrator's computer" {
    // reference of kubectl: `cp` runs `tar` in the container and unpacks here what comes back
    process kubectl_cp: Workstation + UnpacksArchives "kubectl cp"
  }
}

boundary others: PartnerNetwork "Services of others" {
  external process image_source: PublicPackages "Public registry"
  external process cloud: WebService "Interface of the cloud" { authentication = SignedToken }
}

boundary machines: Datacentre "Machine room" {
  boundary cluster: Cluster "Cluster" {
    mounted_token // unless a pod says otherwise
    default_deny = false // no policies until somebody writes some
    pod_security = Privileged // no admission of pods is switched on

    boundary control_node: Node "Control plane" {
      process api: KubernetesApi "kube-apiserver" {
        authentication = ClientCertificate
        also_accepts = [SignedToken, OpenIdConnect]
        access_control // RBAC
        audit_log = false // no policy for it is installed
        apply RoleBasedAccess
      }
      store etcd: Etcd "etcd" {
        holds = [Objects, Secrets, AccountToken, BootstrapToken]
        authentication = ClientCertificate
        encryption_at_rest = false // a configuration for it has to be written
      }
      process controllers: Operator "kube-controller-manager" {
        authentication = NoAuthentication // port 10252, HTTP
        diagnostics_open // reference of kube-controller-manager: --profiling is on by default, and /metrics
        api_rights = ClusterAdmin
      }
      process scheduler: Operator "kube-scheduler" {
        authentication = NoAuthentication // port 10251, HTTP
        diagnostics_open // reference of kube-scheduler: as before
        api_rights = StartsWorkloads
      }
      process cloud_controllers: Operator "cloud-controller-manager" { api_rights = ReadsSecrets }
      store pki: FileStore "/etc/kubernetes" { holds = [CaKey, ClientKey, CloudKey] }
      store logs: LogStore "Logs of the control plane" { holds = [Objects] }
    }

    boundary worker_node: Node "Working node" {
      process kubelet: Kubelet "kubelet" {
        authentication = ClientCertificate // 10250; anonymous callers are refused by kubeadm's settings
        also_accepts = [SignedToken]
        access_control // asks the API server
        probes_confined = false // "Configure liveness and readiness probes": a probe may name a host
      }
      process proxy: NodeAgent "kube-proxy" {
        shares_node
        privileged
        runs_as_root
      }
      process runtime: RunsCommands "Container runtime" { authentication = NoAuthentication } // a socket
      store node_files: FileStore "/var/lib/kubelet" { holds = [Secrets, AccountToken, ClientKey] }
      process dns: Workload "CoreDNS" { authentication = NoAuthentication }
      process ingress: IngressController "Ingress" { internet_facing }
      boundary apps: Namespace "Applications" {
        process app: WebService + Workload "Application" { internet_facing = false }
        process other_app: WebService + Workload "Application of another team" {
          internet_facing = false
        }
        process dashboard: ClusterTool + Workload "Dashboard" { authentication = SignedToken }
      }
    }
  }
}
