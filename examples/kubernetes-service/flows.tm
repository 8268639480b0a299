//! Conversations, by the way they take.

// A request
flow look_up: visitor -> ingress over Https "Where is my parcel?" { sends = [], receives = Status }
flow create: shop_system -> ingress over Https "Create shipments" {
  sends = [Shipment, PartnerKey]
  receives = [Shipment, Status]
}
flow ingress -> web over Http { sends = [], receives = Status } // TLS ends at the ingress
flow ingress -> api over Http { sends = [Shipment, PartnerKey], receives = [Shipment, Status] }
flow ingress -> scan_intake over Http { sends = ScanEvent }
flow web -> api over Http { sends = [], receives = Status }
flow api -> cache over RedisWire { sends = Status, receives = Status }
flow api -> shipments over PostgresWire {
  encrypted
  sends = Shipment
  receives = [Shipment, Status]
}

// An event
flow feed: carrier -> ingress over Https "Scan events" { sends = ScanEvent }
flow scan_intake -> scans over Kafka { encrypted, authenticated, sends = ScanEvent }
flow event_worker -> scans over Kafka {
  encrypted
  authenticated
  sends = Status
  receives = ScanEvent
}
flow event_worker -> shipments over PostgresWire { encrypted, sends = Status }
flow notifier -> scans over Kafka { encrypted, authenticated, receives = Status }
flow notifier -> shipments over PostgresWire { encrypted, receives = Shipment }
flow notifier -> mail_provider over Https { sends = Shipment }

// Secrets
flow secrets_operator -> vault over Https { receives = [DbPassword, PartnerKey] }
flow secrets_operator -> kube_api over Https { sends = [DbPassword, PartnerKey] }
flow developer -> vault over Https "Set a secret" { sends = [DbPassword, PartnerKey] }

// Control
flow administer: operator -> kube_api over Https "kubectl" {
  authenticated
  sends = Manifests
  receives = Manifests
}
flow gitops -> git_host over Ssh "Watch the manifests" { receives = Manifests }
flow gitops -> kube_api over Https { sends = Manifests }
flow db_operator -> kube_api over Https { sends = Manifests }
flow kube_api -> etcd over Grpc {
  encrypted
  authenticated
  sends = [Manifests, ClusterSecrets]
  receives = [Manifests, ClusterSecrets]
}
flow kube_api -> audit_bucket over Https { sends = ClusterAudit }
flow cluster_pulls: kube_api -> image_registry over Https "Pull images" { receives = Images }

// Seeing
flow collector -> api over Http { receives = [AppLog, Metrics] }
flow collector -> logs over Http { sends = AppLog }
flow collector -> metrics over Http { sends = Metrics }
flow dashboards -> logs over Http { receives = AppLog }
flow dashboards -> metrics over Http { receives = Metrics }
flow watch: developer -> dashboards over Https "Look at dashboards" {
  sends = []
  receives = [AppLog, Metrics]
}
