//! Sessions that end by themselves: what is stated goes before what a control should do.

test "a login for weeks is open, whatever stands there" {
  data Chart { phi = true, personal = true, confidentiality = High }
  actor nurse: Employee
  process weeks {
    authentication = SessionCookie
    session_lifetime = 60d
    apply SessionProtection
  }
  process short { authentication = SessionCookie, session_lifetime = 15min }
  process guarded { authentication = SessionCookie, apply SessionProtection }
  process day { authentication = SessionCookie, session_lifetime = 1d, apply SessionProtection }
  process bare { authentication = SessionCookie }
  process long { authentication = SessionCookie, session_lifetime = 1d }
  flow a: nurse -> weeks over Https { receives = Chart }
  flow b: nurse -> short over Https { receives = Chart }
  flow c: nurse -> guarded over Https { receives = Chart }
  flow d: nurse -> day over Https { receives = Chart }
  flow e: nurse -> bare over Https { receives = Chart }
  flow f: nurse -> long over Https { receives = Chart }
  expect HipaaLogoff on weeks
  expect no HipaaLogoff on short
  expect no HipaaLogoff on guarded
  expect no HipaaLogoff on day
  expect HipaaLogoff on bare
  expect HipaaLogoff on long
}
