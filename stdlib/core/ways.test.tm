//! What reaches a program past the first one.

data Job
data Wish
data Rate

test "a worker is given what others left in a queue for it, whatever it was made of" {
  actor alice
  process web
  store jobs: Queue
  process worker
  process renderer
  process asleep
  process clock
  store chores: Queue
  process sweeper
  flow alice -> web { sends = Wish }
  flow web -> jobs { sends = Job }
  flow take: worker -> jobs { receives = Job }
  flow pass: worker -> renderer { sends = Job }
  flow other: asleep -> jobs { receives = Rate }
  flow clock -> chores { sends = Job }
  flow sweeper -> chores { receives = Job }
  expect taken_from_outside(take) and given_from_outside(worker)
  expect handed_from_store(pass) and given_from_outside(renderer)
  expect not given_from_outside(asleep)
  expect not given_from_outside(sweeper)
}

test "a queue may deliver by itself" {
  actor alice
  process web
  store jobs: Queue
  process worker
  process renderer
  process idle
  flow alice -> web { sends = Job }
  flow web -> jobs { sends = Job }
  flow push: jobs -> worker { sends = Job }
  flow worker -> renderer { sends = Job }
  flow quiet: jobs -> idle
  expect delivered_from_outside(push) and given_from_outside(worker)
  expect given_from_outside(renderer)
  expect not given_from_outside(idle)
}

test "a store that everybody reads hands on only what somebody outside sent" {
  actor alice
  boundary partners: PartnerNetwork {
    external process agency
  }
  boundary inside: PrivateNetwork {
    process web
    store db
    process report
    process billing
    process printer
    process importer
  }
  flow alice -> web { sends = Wish }
  flow web -> db { sends = [Wish, Rate] }
  flow agency -> db { sends = Job }
  flow report -> db { receives = Wish }
  flow billing -> db { receives = Rate }
  flow printer -> db
  flow importer -> db { receives = Job }
  expect given_from_outside(report)
  expect not given_from_outside(billing)
  expect not given_from_outside(printer)
  expect given_from_outside(importer)
}

test "its own writing comes back to a program as its own" {
  process job
  store notes
  actor nobody
  flow job -> notes { sends = Job, receives = Job }
  expect not given_from_outside(job)
}

test "a queue that a program fills whose callers say nothing" {
  actor alice
  process web
  store jobs: Queue
  process worker
  flow alice -> web { sends = [], receives = Rate }
  flow web -> jobs { sends = Job }
  flow worker -> jobs { receives = Job }
  expect not given_from_outside(worker)
}

test "two programs lie before the queue" {
  actor alice
  process web
  process orders
  store jobs: Queue
  process worker
  store seen
  process report
  flow alice -> web { sends = Wish }
  flow web -> orders { sends = Wish }
  flow orders -> jobs { sends = Job }
  flow worker -> jobs { receives = Job }
  flow orders -> seen { sends = [Wish, Rate] }
  flow report -> seen { receives = Wish }
  expect given_from_outside(worker)
  expect given_from_outside(report)
}

test "people are looked for behind what only hands on" {
  actor clerk: Employee
  actor alice: User
  process browser: ClientApp
  process cdn: Relay
  process lb: Relay
  process desk
  process shop
  process job
  process meter
  process importer
  flow clerk -> browser
  flow browser -> cdn { sends = Rate }
  flow cdn -> lb { sends = Rate }
  flow d: lb -> desk { sends = Rate }
  flow alice -> lb { sends = Wish }
  flow s: lb -> shop { sends = Wish }
  flow j: job -> desk
  flow importer -> meter
  flow m: meter -> lb { sends = Job }
  flow i: lb -> importer { sends = Job }
  expect by_staff(desk.inflows) and by_people(desk.inflows)
  expect by_staff(d) and by_people(s)
  expect not by_staff(shop.inflows)
  expect not by_people(j)
  expect not by_people(importer.inflows)
}

test "what people say at their workstation they say" {
  actor clerk: Employee
  process laptop: Workstation
  process desk
  flow typed: clerk -> laptop
  flow said: laptop -> desk
  expect from_user(said)
  expect not from_user(typed)
}

test "from queue to queue" {
  actor alice
  process web
  store raw: Queue
  process sorter
  store sorted: Queue
  process loader
  process clock
  store ticks: Queue
  process counter
  store counts: Queue
  process reader
  flow alice -> web { sends = Wish }
  flow web -> raw { sends = Job }
  flow sorter -> raw { receives = Job }
  flow sorter -> sorted { sends = Rate }
  flow loader -> sorted { receives = Rate }
  flow clock -> ticks { sends = Job }
  flow counter -> ticks { receives = Job }
  flow counter -> counts { sends = Rate }
  flow reader -> counts { receives = Rate }
  expect given_from_outside(sorter) and given_from_outside(loader)
  expect not given_from_outside(counter) and not given_from_outside(reader)
}

test "a remote shell knows the person, whatever hands it on" {
  actor ops
  process lb: Relay
  process node
  process api
  flow straight: ops -> node over Ssh
  flow into: ops -> lb over Ssh
  flow through_it: lb -> node over Ssh
  flow called: lb -> api { authenticated = true }
  expect known_person(straight) and known_person(through_it)
  expect not known_person(called) // it is the relay that proves itself
}

test "a relay among programs of ours exposes nothing" {
  actor alice
  boundary inside: PrivateNetwork {
    process web
    process lb: Relay
    process inner_lb: Relay
    process mesh: Relay
    process orders
    process prices
    process undrawn: Relay
    process other
  }
  boundary partners: PartnerNetwork {
    external process agency
  }
  process front: Relay
  flow alice -> lb
  flow lb -> web
  flow asked: lb -> orders
  flow web -> inner_lb
  flow inner_lb -> mesh
  flow inner: mesh -> prices
  flow lone: undrawn -> other
  flow agency -> front
  flow told: front -> prices
  expect exposed(asked) and from_user(asked)
  expect not exposed(inner) and not from_user(inner)
  expect exposed(lone) and from_user(lone)
  expect exposed(told) and from_user(told)
}

test "strangers come through three relays" {
  boundary street: Internet {
    actor eve
  }
  boundary inside: PrivateNetwork {
    process cdn: Relay
    process wall: Relay
    process ingress: Relay
    process web
    process job
    process inner: Relay
    process prices
  }
  flow eve -> cdn
  flow cdn -> wall
  flow wall -> ingress
  flow last: ingress -> web
  flow job -> inner
  flow own: inner -> prices
  expect from_untrusted(last) and open_to_strangers(web) and from_user(last) and exposed(last)
  expect not from_untrusted(own) and not open_to_strangers(prices)
}

test "a store behind two relays sees only what goes on" {
  boundary street: Internet {
    actor eve
    actor alice
  }
  boundary inside: PrivateNetwork {
    process edge: Relay
    process lb: Relay
    store pictures
    store books
  }
  flow eve -> edge { sends = Wish, receives = Rate }
  flow edge -> lb { sends = [Wish, Job], receives = Rate }
  flow told: lb -> pictures { receives = Rate }
  flow kept: lb -> books { sends = Job }
  expect from_untrusted(told)
  expect not from_untrusted(kept)
}

test "what one gets goes not on to where another puts it" {
  boundary street: Internet {
    actor eve
  }
  boundary inside: PrivateNetwork {
    process edge: Relay
    process upload
    store files
  }
  flow got: eve -> edge { receives = Wish }
  flow upload -> edge { sends = Wish }
  flow given: edge -> files { sends = Wish }
  expect not goes_on(got, given) and not from_untrusted(given)
}

test "a queue behind relays" {
  boundary street: Internet {
    actor alice
  }
  boundary inside: PrivateNetwork {
    process web
    process balancer: Relay
    store jobs: Queue
    process worker
    process clock
    process inner: Relay
    store chores: Queue
    process sweeper
    process idle
  }
  flow alice -> web { sends = Wish }
  flow web -> balancer { sends = Job }
  flow worker -> balancer { receives = Job }
  flow idle -> balancer { receives = Rate }
  flow balancer -> jobs { sends = Job, receives = [Job, Rate] }
  flow clock -> inner { sends = Job }
  flow inner -> chores { sends = Job }
  flow sweeper -> chores { receives = Job }
  expect given_from_outside(worker)
  expect not given_from_outside(sweeper)
}
