//! What is decided. The rest is open, and believed.

accept PrivilegedContainer on proxy until 2027-05-31 {
  by = "platform@example.org"
  reason = "It writes the rules of the node's packet filter; that is its task."
}
