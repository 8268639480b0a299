//! What must stay as it is.

policy KeysStayInside "Keys of certificates leave the cluster for nobody" {
  forbid f: flow when TlsKey in f.data and f.target.external
}
