//! Who opens which connection.

// People
flow kubectl: administrator -> api over Https {
  sends = [Objects, Secrets],
  receives = [Objects, Secrets, PodLogs]
}
flow administrator -> kubectl_cp "Copy from a pod" { receives = PodFiles }
flow kubectl_cp -> api over Https { receives = PodFiles }
flow develop: developer -> api over Https {
  sends = [Objects, Secrets],
  receives = [Objects, PodLogs]
}
flow call: user -> ingress over Https { sends = [] }
flow watch: developer -> dashboard over Https "Dashboard" {
  sends = AccountToken,
  receives = Objects
}
flow repair: administrator -> kubelet over Ssh "Log in on the node" { sends = [] }

// The control plane
flow api -> etcd over Https {
  authenticated
  sends = [Objects, Secrets, AccountToken, BootstrapToken]
  receives = [Objects, Secrets, AccountToken, BootstrapToken]
}
flow controllers -> api over Https {
  sends = [Objects, AccountToken],
  receives = [Objects, Secrets]
}
flow scheduler -> api over Https { sends = Objects, receives = Objects }
flow cloud_controllers -> api over Https { sends = Objects, receives = [Objects, Secrets] }
flow cloud_controllers -> cloud over Https { sends = CloudKey }
flow controllers -> pki { receives = [CaKey, ClientKey] }
flow api -> pki { receives = ClientKey }
flow api -> logs { sends = Objects }
flow api -> kubelet over Https "Logs, exec" { // the kubelet's certificate is not checked unless told so
  server_verified = false
  sends = []
  receives = PodLogs
}

// Nodes
flow kubelet -> api over Https { sends = NodeState, receives = [Objects, Secrets, AccountToken] }
flow join: kubelet -> api over Https "Join" { sends = BootstrapToken, receives = ClientKey }
flow kubelet -> runtime { sends = [Objects, Secrets] }
flow kubelet -> node_files { sends = [Secrets, AccountToken], receives = ClientKey }
flow runtime -> image_source over Https { receives = Images }
flow proxy -> api over Https { receives = Answers }

// Pods
flow ingress -> app over Http { sends = [] }
flow app -> other_app over Http { sends = [] }
flow app -> api over Https { sends = AccountToken, receives = Objects }
flow app -> dns over Dns { receives = Answers }
flow dns -> api over Https { receives = Answers }
flow dashboard -> api over Https { sends = [AccountToken, Objects], receives = Objects }
flow scrape: app -> controllers over Http "Any pod may ask for metrics and profiles" {
  receives = Metrics
}
