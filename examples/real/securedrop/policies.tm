//! What must stay as it is.

policy KeyStaysOffline "The key that opens submissions never meets a network" {
  forbid f: flow when SubmissionKey in f.data and not (f.source == viewer and f.target == keyring)
}

policy NothingReadableOnServers "The servers keep nothing that they could read" {
  forbid s: store when Submission in s.holds and not s.encryption_at_rest
}
