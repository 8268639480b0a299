//! What must not come about.

policy OneClient "Only the API server talks to etcd" {
  forbid f: flow when f.target == etcd and f.source != api
}
