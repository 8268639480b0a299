//! Rules of our own that the model must keep. A policy that cannot be decided is reported, never passed over.

policy NoClearCards "Cards never travel in clear" {
  forbid f: flow when Card in f.data and not f.encrypted
}

policy CardsAreNotKept "No store of ours holds a card" {
  forbid s: store when Card in s.holds
}

policy PciIsAudited "Who touches payments is recorded" {
  require p: WebService when not (p.tags has pci) or p.audit_log
}
