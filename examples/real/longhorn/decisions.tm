//! What is decided. The rest is open, and believed.

accept PrivilegedContainer on csi until 2027-05-31 {
  by = "storage@example.org"
  reason = "It mounts devices on the node; that is its task."
}
