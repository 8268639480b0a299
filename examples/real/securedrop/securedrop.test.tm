//! What the guides settle.

test "what is written down" with securedrop {
  expect no SqlInjection on source_site
  expect possible UnrestrictedUpload on source_site
}
