//! What the documentation settles, and what it leaves to be asked.

test "what is written down" with cert_manager {
  expect WideApiRights on controller
}
