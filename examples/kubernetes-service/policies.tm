//! What every change to the cluster has to keep.

policy EncryptedToTheDatabase "Databases are spoken to in encrypted form" {
  forbid f: flow when f.target is SqlDatabase and not f.encrypted
}

policy NoRootInTierOne "What wakes somebody does not run as root" {
  forbid w: Workload when w.tags has tier1 and w.runs_as_root
}

policy KeysInTheVault "Partners' keys are kept in the vault only" {
  forbid s: store when s is not SecretStore and exists d in s.holds where (d is Credentials)
}
