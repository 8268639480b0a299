//! The namespace of Longhorn, the nodes under it, and what it talks to outside.

boundary internet: Internet "Internet" {
  external process image_host: WebService "Where backing images are fetched" {
    authentication = NoAuthentication // backing-image: the address has to be public
  }
  external process responder: WebService "Longhorn's upgrade responder" // settings: Upgrade Checker, on by default
}

boundary office: OfficeNetwork "Office" {
  actor operator: Administrator "Storage administrator"
  actor developer: Employee "Developer"
}

boundary cloud: PartnerNetwork "Object storage of others" {
  store backup_target: BackupStore + ObjectStore "Backup target (S3, NFS, SMB)" { holds = Backups }
}

boundary machines: Datacentre "Machine room" {
  boundary cluster: Cluster "Cluster" {
    process api: KubernetesApi "kube-apiserver" {
      authentication = ClientCertificate
      also_accepts = [SignedToken]
      access_control
    }
    store etcd: Etcd "etcd" {
      holds = [Objects, TargetKey, CryptoKey]
      authentication = ClientCertificate
    }
    process ingress: IngressController "Ingress with basic authentication" // accessing-the-ui: the guide's example, without TLS

    boundary longhorn_system: Namespace "longhorn-system" {
      pod_security = Privileged // install: its pods have to be allowed to be privileged
      default_deny = false // networking: policies are there, and off unless `networkPolicies.enabled`

      process ui: ClusterTool + Workload "Longhorn UI" {
        authentication = NoAuthentication // accessing-the-ui: not enabled by default
        mounted_token = false
      }
      process manager: WebService + NodeAgent + FetchesUrls + AcceptsUploads "Longhorn manager" { // 9500
        authentication = NoAuthentication // the pages and the CSI plugin call it as they are
        internet_facing = false
        privileged // install: the manager's pods are
        runs_as_root
        api_rights = ReadsSecrets // its role in the manifest that is installed: everything on secrets and pods
      }
      process webhook: AdmissionWebhook "Admission and conversion webhooks" // 9501, 9502
      process image_source: Workload + FetchesUrls + AcceptsUploads "Backing image data source" { // 8000, 8002
      }
      process share: Workload "Share manager: NFS" { // 2049
        authentication = NoAuthentication // NFSv4 for pods of any node
        privileged
      }
      process jobs: CronWorkload "Recurring snapshots and backups"
      process bundler: Workload "Support bundle" // made when somebody asks for it
    }

    boundary other_node: Node "Another node" {
      process peer: NodeAgent "Instance manager there" { // concepts: keeps a replica of each volume
        authentication = NoAuthentication
        privileged
        runs_as_root
        writes_node
        pod_security = Privileged
      }
    }

    boundary worker_node: Node "Node" {
      process kubelet: Kubelet "kubelet" { access_control }
      process initiator: Worker "iSCSI initiator, NFS client and dm-crypt of the node"
      boundary longhorn_node: Namespace "longhorn-system, what runs on each node" {
        pod_security = Privileged
        default_deny = false

        process csi: NodeAgent "CSI plugin" {
          privileged // mounts devices into pods of its node
          runs_as_root
          api_rights = ReadsSecrets // gets passphrases from the secrets that a storage class names
        }
        process engine: NodeAgent "Instance manager: engines and replicas" { // 8500 to 8504, 10000 to 30000, 3260
          authentication = NoAuthentication // mTLS is there when a secret named longhorn-grpc-tls is made
          privileged
          runs_as_root
          writes_node
        }
        process image_manager: NodeAgent "Backing image manager" // 8000
      }
      store disk: FileStore "/var/lib/longhorn" {
        holds = [Blocks, Images]
        encryption_at_rest = false // volume-encryption: per volume, when a storage class asks for it
        apply Redundancy // concepts: three replicas on different nodes by default
      }
      boundary apps: Namespace "Applications" {
        process app: WebService + Workload "Application with a volume" { internet_facing = false }
        process prometheus: Worker + Workload "Prometheus"
      }
    }
  }
}
