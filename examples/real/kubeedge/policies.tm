//! What an upgrade or a new setting must not change.

policy KeysStayApart "The CA's key never leaves the cluster" {
  forbid f: flow when CaKey in f.data and f.source.boundaries has edge_node
}

policy ClientsAreKnown "What edge machines talk to knows the machine that calls" {
  forbid f: flow when f.target == cloud_hub
    and f.source.boundaries has edge_node
    and not f.authenticated
}
