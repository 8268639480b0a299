//! What the documentation lets one decide. The rest is open, and believed.

dismiss ManyWriters on database {
  reason = "Pages, uploads and administration are one program, started with several commands, and share its checks."
}
accept PaidByTheRequest on upload until 2027-06-30 {
  by = "security@example.org"
  reason = "Who may upload is known, and uploads have limits."
}
