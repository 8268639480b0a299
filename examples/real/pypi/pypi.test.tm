//! What the documentation settles.

test "what is written down" with pypi {
  expect no SqlInjection on web
  expect no CrossSiteScripting on web
  expect possible ServerSideRequestForgery on image_proxy
}
