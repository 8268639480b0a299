//! Who opens which connection. The edge always calls the cloud.

// In the cloud
flow manage: operator -> api over Https "kubectl" {
  sends = [PodObjects, PodSecrets, Twin],
  receives = [PodObjects, Twin, Logs]
}
flow knock: stranger -> cloud_hub over SecureWebSocket "Try" { sends = [] }
flow ask: stranger -> cert_service over Https "Try" { sends = [] }
flow get_token: operator -> api over Https "keadm gettoken" { receives = JoinToken }
flow api -> etcd over Https {
  authenticated
  sends = [PodObjects, PodSecrets, Twin, NodeStatus, JoinToken, CaKey]
  receives = [PodObjects, PodSecrets, Twin, NodeStatus, JoinToken, CaKey]
}
flow api -> admission over Https { sends = Twin }
flow api -> cloud_stream over Https { receives = Logs }
flow edge_controller -> api over Https { sends = NodeStatus, receives = [PodObjects, PodSecrets] }
flow device_controller -> api over Https { sends = Twin, receives = Twin }
flow cert_service -> api over Https { receives = [JoinToken, CaKey] }
flow edge_controller -> cloud_hub { sends = [PodObjects, PodSecrets], receives = NodeStatus }
flow device_controller -> cloud_hub { sends = Twin, receives = Twin }

// From the edge to the cloud
flow join: edge_hub -> cert_service over Https "Ask for a certificate" {
  sends = JoinToken,
  receives = EdgeKey
}
flow uplink: edge_hub -> cloud_hub over SecureWebSocket {
  authenticated
  sends = [NodeStatus, Twin]
  receives = [PodObjects, PodSecrets, Twin]
}
flow tunnel: edge_stream -> cloud_stream over SecureWebSocket { sends = Logs }
flow edge_hub -> key_files { sends = EdgeKey, receives = EdgeKey }

// On the edge machine
flow edge_hub -> meta_manager { sends = [PodObjects, PodSecrets, Twin], receives = NodeStatus }
flow meta_manager -> local_db {
  sends = [PodObjects, PodSecrets, NodeStatus],
  receives = [PodObjects, PodSecrets, NodeStatus]
}
flow meta_manager -> edged { sends = [PodObjects, PodSecrets], receives = NodeStatus }
flow edged -> app "Start" { sends = [PodObjects, PodSecrets] }
flow edge_stream -> edged over Http { receives = Logs }
flow app -> meta_server over Http { sends = PodObjects, receives = [PodObjects, PodSecrets] }
flow meta_server -> local_db { sends = PodObjects, receives = [PodObjects, PodSecrets] }
flow edge_hub -> device_twin { sends = Twin, receives = Twin }
flow device_twin -> local_db { sends = Twin, receives = Twin }
flow device_twin -> event_bus { sends = Twin, receives = Twin }
flow event_bus -> broker over Mqtt { encrypted = false, sends = Twin, receives = Twin }
flow mapper -> broker over Mqtt { encrypted = false, sends = Twin, receives = Twin }
flow app -> broker over Mqtt { encrypted = false, sends = Order, receives = Measured }
flow edge_hub -> service_bus "Calls from the cloud" { sends = Order, receives = Measured }
flow app -> service_bus over Http { sends = Order, receives = Measured }
flow service_bus -> app over Http { sends = Order, receives = Measured }
flow technician -> edged over Ssh "Log in on the machine" { sends = [] }

// Devices
flow mapper -> sensor over Modbus { receives = Measured }
flow mapper -> actuator over Modbus { sends = Order }
