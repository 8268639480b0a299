//! Who opens which connection; after the page on networking.

// People
flow manage: operator -> ingress over Http "Longhorn's pages" { // the guide's ingress does not redirect to HTTPS
  sends = [LoginData, Orders, Images]
  receives = [Objects, Images, Bundle]
}
flow ingress -> ui over Http { sends = [Orders, Images], receives = [Objects, Images, Bundle] }
flow ui -> manager over Http { sends = [Orders, Images], receives = [Objects, Images, Bundle] }
flow kubectl: operator -> api over Https {
  sends = [Objects, TargetKey, CryptoKey],
  receives = Objects
}
flow claim: developer -> api over Https "Ask for a volume" { sends = Objects, receives = Objects }

// Control
flow manager -> api over Https { sends = Objects, receives = [Objects, TargetKey] }
flow api -> etcd over Https {
  authenticated
  sends = [Objects, TargetKey, CryptoKey]
  receives = [Objects, TargetKey, CryptoKey]
}
flow api -> webhook over Https { sends = Objects }
flow webhook -> manager { sends = Objects }
flow csi -> manager over Http { sends = Orders, receives = Objects }
flow csi -> api over Https { receives = [Objects, CryptoKey] }
flow jobs -> manager over Http { sends = Orders }
flow order: manager -> engine over Grpc { sends = [Orders, TargetKey] }
flow manager -> image_manager over Grpc { sends = Orders }
flow manager -> image_source over Http { sends = [Orders, Images] }
flow kubelet -> csi "Socket" { sends = Orders }
flow check: manager -> responder over Https { sends = Versions, receives = Versions }
flow scrape: prometheus -> manager over Http { receives = Metrics }
flow bundler -> api over Https { receives = Bundle }
flow manager -> bundler over Http { receives = Bundle }

// Data
flow write: app -> initiator "A mounted volume" { sends = Blocks, receives = Blocks }
flow csi -> initiator { sends = [Orders, CryptoKey] }
flow attach: initiator -> engine "iSCSI" { encrypted = false, sends = Blocks, receives = Blocks }
flow mount: initiator -> share "NFS" { encrypted = false, sends = Blocks, receives = Blocks }
flow share -> initiator "A mounted volume" { sends = Blocks, receives = Blocks }
flow replicate: engine -> disk { sends = Blocks, receives = Blocks }
flow mirror: engine -> peer { sends = Blocks, receives = Blocks } // 10000 to 30000; a protocol of its own
flow back_up: engine -> backup_target { // the target decides: HTTPS, or NFS in clear
  sends = [Backups, TargetKey]
  receives = Backups
}
flow list_backups: manager -> backup_target { sends = TargetKey, receives = Backups }

// Backing images
flow fetch: image_source -> image_host { receives = Images } // any address that is public
flow image_source -> image_manager { sends = Images }
flow image_manager -> disk { sends = Images, receives = Images }
