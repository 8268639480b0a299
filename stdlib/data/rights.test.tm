//! Rights in stores: what fires, what stays silent.
use std.web

test "logins of programs" {
  data Order { integrity = High }
  boundary outside: Internet {
    actor alice: User
  }
  boundary inside: PrivateNetwork {
    process shop: WebApp
    process job: BackgroundJob
    store owned: Postgres { owner_login = true }
    store narrow: Postgres { apply NarrowLogin }
    store quiet: Postgres
    store deep: Postgres { owner_login = true }
  }
  flow alice -> shop
  flow shop -> owned
  flow shop -> narrow
  flow shop -> quiet
  flow job -> deep
  expect OwnerLogin on owned
  expect no OwnerLogin on narrow
  expect possible OwnerLogin on quiet
  expect no OwnerLogin on deep
}

test "one login for several" {
  data Order { integrity = High }
  process a
  process b
  store shared { shared_login = true, holds = Order }
  store own { shared_login = false }
  store quiet
  store single { shared_login = true }
  flow a -> shared
  flow b -> shared
  flow a -> own
  flow b -> own
  flow a -> quiet
  flow b -> quiet
  flow a -> single
  expect SharedLogin on shared
  expect no SharedLogin on own
  expect no SharedLogin on quiet
  expect no SharedLogin on single
}

test "stores that run code" {
  boundary outside: Internet {
    actor alice: User
  }
  boundary inside: PrivateNetwork {
    process shop: WebApp
    process job: BackgroundJob
    store scripts: DocumentStore { runs_code = true }
    store plain: DocumentStore { runs_code = false }
    store quiet: DocumentStore
    store deep: DocumentStore { runs_code = true }
  }
  flow alice -> shop
  flow shop -> scripts
  flow shop -> plain
  flow shop -> quiet
  flow job -> deep
  expect StoreRunsCode on scripts
  expect no StoreRunsCode on plain
  expect no StoreRunsCode on quiet
  expect no StoreRunsCode on deep
}

test "people in the store" {
  data Diagnosis { confidentiality = VeryHigh }
  data Menu { confidentiality = VeryLow }
  actor analyst: Employee
  process shop: WebApp
  store unseen: Postgres { holds = Diagnosis, queries_recorded = false }
  store seen: Postgres { holds = Diagnosis, apply QueryRecording }
  store quiet: Postgres { holds = Diagnosis }
  store dull: Postgres { holds = Menu, queries_recorded = false }
  store programs: Postgres { holds = Diagnosis, queries_recorded = false }
  flow analyst -> unseen
  flow analyst -> seen
  flow analyst -> quiet
  flow analyst -> dull
  flow shop -> programs
  expect UnrecordedQueries on unseen
  expect no UnrecordedQueries on seen
  expect possible UnrecordedQueries on quiet
  expect no UnrecordedQueries on dull
  expect no UnrecordedQueries on programs
}

test "links between databases" {
  data Salary { confidentiality = High }
  data Menu { confidentiality = VeryLow }
  process job: BackgroundJob
  store sales: Postgres
  store people: Postgres { holds = Salary }
  store kitchen: Postgres { holds = Menu }
  flow link: sales -> people
  flow other: sales -> kitchen
  flow copied: job -> people
  store copy: Postgres + Replica { holds = Salary }
  flow replication: sales -> copy
  expect no LinkedDatabases on replication
  expect LinkedDatabases on link
  expect no LinkedDatabases on other
  expect no LinkedDatabases on copied
}

test "reports and customers on one machine" {
  data Order { availability = High }
  boundary outside: Internet {
    actor alice: User
  }
  boundary inside: PrivateNetwork {
    process shop: WebApp
    process figures: Dashboard
    store orders: Postgres { holds = Order }
    store copy: DataWarehouse { holds = Order }
    store apart: Postgres { holds = Order }
  }
  flow alice -> shop
  flow shop -> orders
  flow shop -> copy
  flow figures -> orders
  flow figures -> copy
  flow shop -> apart
  expect ReportsOnProduction on orders
  expect no ReportsOnProduction on copy
  expect no ReportsOnProduction on apart
}

test "staff look into a store by a program that hands on" {
  data Diagnosis { confidentiality = High }
  actor clerk: Employee
  actor alice: User
  process tool: ClientApp
  process app: ClientApp
  store charts: Postgres { holds = Diagnosis, queries_recorded = false }
  store quiet: Postgres { holds = Diagnosis }
  store own: Postgres { holds = Diagnosis, queries_recorded = false }
  flow clerk -> tool
  flow tool -> charts
  flow tool -> quiet
  flow alice -> app
  flow app -> own
  expect UnrecordedQueries on charts
  expect possible UnrecordedQueries on quiet
  expect no UnrecordedQueries on own
}

test "the owner's login behind a pool of connections" {
  boundary street: Internet {
    actor eve: User
  }
  boundary inside: PrivateNetwork {
    process web: WebService
    process job: Worker
    process pool: Relay
    process inner_pool: Relay
    store open: Postgres { owner_login = true }
    store apart: Postgres { owner_login = true }
  }
  flow eve -> web
  flow web -> pool
  flow pool -> open
  flow job -> inner_pool
  flow inner_pool -> apart
  expect OwnerLogin on open
  expect no OwnerLogin on apart
}
