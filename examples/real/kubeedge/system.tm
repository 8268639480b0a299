//! The cloud part, an edge machine, and the devices at it.

boundary internet: Internet "Internet" {
  // Anyone who finds the addresses that edge machines call.
  external process stranger "Someone on the internet"
}

boundary office: OfficeNetwork "Office" {
  actor operator: Administrator "Operator"
}

boundary datacentre: Datacentre "Data centre" {
  boundary cluster: Cluster "Cluster" {
    process api: KubernetesApi "API server" {
      authentication = ClientCertificate
      also_accepts = [SignedToken]
      apply RoleBasedAccess
    }
    store etcd: Etcd "etcd" {
      holds = [PodObjects, PodSecrets, Twin, NodeStatus, JoinToken, CaKey]
      authentication = ClientCertificate
    }

    // One program, CloudCore, with modules.
    boundary cloudcore: Container "CloudCore" {
      process cloud_hub: WebService + Workload "CloudHub" { // 10000 websocket, 10001 QUIC
        internet_facing
        authentication = ClientCertificate
      }
      process cert_service: WebService + Workload + EnrolsDevices "Certificates (HTTPS, 10002)" {
        internet_facing
        authentication = SignedToken // the token for joining
        proof_demanded = false // whoever has the token is given a certificate
      }
      process edge_controller: Operator "EdgeController" { api_rights = ReadsSecrets }
      process device_controller: Operator "DeviceController"
      process cloud_stream: WebService + Workload "CloudStream" { // 10003, 10004: kubectl logs and exec
        internet_facing
      }
    }
    process admission: AdmissionWebhook "Admission webhook"
  }
}

boundary site "On site" {
  trust = SemiTrusted
  reach = Visitors // edge machines stand in shops, cars, masts

  boundary edge_node: Node "Edge machine" {
    actor technician: Employee "Technician on site"

    boundary edgecore: Container "EdgeCore" {
      process edge_hub: Worker "EdgeHub"
      process edged: Kubelet "Edged"
      process meta_manager: Worker "MetaManager"
      process meta_server: WebService "MetaServer" // 127.0.0.1:10550, the API server's interface at the edge
      process device_twin: Worker "DeviceTwin"
      process event_bus: Worker "EventBus"
      process service_bus: FetchesUrls "ServiceBus" { // 127.0.0.1:9060
        authentication = NoAuthentication
      }
      process edge_stream: Worker "EdgeStream"
    }
    store local_db: SqlDatabase "SQLite" {
      holds = [PodObjects, PodSecrets, Twin, NodeStatus]
      authentication = NoAuthentication // a file
    }
    store key_files: FileStore "Certificates in /etc/kubeedge" { holds = EdgeKey }
    process broker: DevicePlatform "Mosquitto" { // 1883
      authentication = NoAuthentication // `mosquitto -d -p 1883`, as the guide starts it
    }
    boundary pods: Container "Pods" {
      process app: WebService + Workload "Application at the edge"
      process mapper: Worker + Workload "Mapper"
    }
  }
  process sensor: Sensor "Sensor"
  process actuator: Actuator "Actuator"
}
