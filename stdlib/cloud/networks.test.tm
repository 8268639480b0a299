//! Networks: what fires, what stays silent.
use std.data
use std.web

test "ways out" {
  data Salary { confidentiality = High }
  boundary outside: Internet {
    actor alice: User
  }
  boundary open: CloudNetwork {
    open_egress = true
    traffic_recorded = false
    process shop: WebApp
    store salaries: CloudSql { holds = Salary }
  }
  boundary closed: CloudNetwork {
    open_egress = false
    apply TrafficRecord
    process desk: WebApp
    store more: CloudSql { holds = Salary }
  }
  boundary quiet: CloudNetwork {
    process page: WebApp
    store others: CloudSql { holds = Salary }
  }
  boundary dull: CloudNetwork {
    open_egress = true
    traffic_recorded = false
    process site: WebApp
  }
  flow alice -> shop
  flow alice -> desk
  flow alice -> page
  flow alice -> site
  expect OpenEgress on open
  expect no OpenEgress on closed
  expect possible OpenEgress on quiet
  expect no OpenEgress on dull
  expect UnseenTraffic on open
  expect no UnseenTraffic on closed
  expect possible UnseenTraffic on quiet
  expect no UnseenTraffic on dull
}

test "joined networks" {
  boundary trial: CloudNetwork {
    stage = Test
    process copy: WebApp
  }
  boundary office: OfficeNetwork {
    process desk: Workstation
  }
  boundary other: CloudNetwork {
    stage = Production
    process mail: WebApp
  }
  boundary live: CloudNetwork {
    stage = Production
    joined_with = [trial, office, other]
    process shop: WebApp
  }
  boundary quiet: CloudNetwork {
    process page: WebApp
  }
  expect JoinedNetworks on live.trial
  expect JoinedNetworks on live.office
  expect no JoinedNetworks on live.other
  expect no JoinedNetworks on quiet
}
