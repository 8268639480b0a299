//! What every model that uses this package has to keep. Policies of a package hold for the models that use it.

use std.web

policy EveryServiceHasATeam "Every service names the team that answers for it" {
  require s: AcmeService when known(s.team)
}

policy CustomersStayAtHome "Records of customers are kept in stores of our own" {
  forbid s: store when s.external and exists d in s.holds where (d is CustomerRecord)
}

policy MeshInside "Services of ours talk to each other over the mesh" {
  forbid f: flow when f.source is AcmeService and f.target is AcmeService and f is not AcmeMesh
}
