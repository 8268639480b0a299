//! What must stay as it is.

policy KeysStayInside "Passphrases of volumes leave the cluster for nobody" {
  forbid f: flow when CryptoKey in f.data and f.target == backup_target
}
