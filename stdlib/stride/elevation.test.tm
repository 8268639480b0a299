//! Elevation of privilege: what fires, what stays silent.

test "borrowed rights" {
  actor alice
  process api { access_control = false }
  process strict { access_control = true }
  process quiet
  store db
  flow a: alice -> api
  flow b: alice -> strict
  flow c: alice -> quiet
  flow d: api -> db
  flow e: strict -> db
  flow f: quiet -> db
  expect MissingAccessControl on api
  expect no MissingAccessControl on strict
  expect possible MissingAccessControl on quiet
}

test "nothing behind it" {
  actor alice
  process clock { access_control = false }
  flow f: alice -> clock
  expect no MissingAccessControl on clock
}

test "from the internet through the DMZ into the inside" {
  boundary outside: Internet {
    actor alice
  }
  boundary front: Dmz {
    process proxy
    process brochure
  }
  boundary inside: PrivateNetwork {
    process core
  }
  flow a: alice -> proxy
  flow b: proxy -> core
  flow c: alice -> brochure
  expect SteppingStone on proxy
  expect no SteppingStone on brochure
  expect no SteppingStone on core
}

test "callers that nobody tells apart" {
  actor alice
  process collector { authentication = NoAuthentication }
  process stated { authentication = NoAuthentication, access_control = false }
  process mixed { authentication = NoAuthentication, also_accepts = Password }
  store clicks
  flow a: alice -> collector
  flow b: alice -> stated
  flow c: alice -> mixed
  flow d: collector -> clicks
  flow e: stated -> clicks
  flow f: mixed -> clicks
  expect no MissingAccessControl on collector
  expect MissingAccessControl on stated
  expect possible MissingAccessControl on mixed
}
