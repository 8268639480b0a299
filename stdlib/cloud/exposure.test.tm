//! Exposure of stores: what fires, what stays silent.
use std.data
use std.web

test "buckets" {
  data Invoice { confidentiality = Moderate, integrity = High }
  store open: Bucket { holds = Invoice, public_access = true, versioning = false }
  store closed: Bucket { holds = Invoice, apply [BlockPublicAccess, ObjectVersions] }
  store quiet: Bucket { holds = Invoice }
  data Page: Artefact { integrity = High }
  store site: Bucket { holds = Page }
  store bare_site: Bucket { holds = Page, versioning = false }
  expect PublicBucket on open
  expect no PublicBucket on closed
  expect possible PublicBucket on quiet
  expect BucketOverwritten on open
  expect no BucketOverwritten on closed
  expect possible BucketOverwritten on quiet
  expect no BucketOverwritten on site
  expect BucketOverwritten on bare_site
}

test "links" {
  data Invoice { confidentiality = Moderate }
  data Leaflet { confidentiality = VeryLow }
  store long: Bucket { holds = Invoice, link_lifetime = 365d }
  store short: Bucket { holds = Invoice, link_lifetime = 15min }
  store quiet: Bucket { holds = Invoice }
  store dull: Bucket { holds = Leaflet, link_lifetime = 365d }
  expect LongLinks on long
  expect no LongLinks on short
  expect no LongLinks on quiet
  expect no LongLinks on dull
}

test "databases" {
  data Record { confidentiality = High }
  data Note { confidentiality = Low }
  boundary outside: Internet {
    actor eve
  }
  boundary inside: CloudAccount {
    store open: CloudSql { public_access = true }
    store closed: CloudSql { public_access = false }
    store quiet: CloudTable
    store drawn: CloudSql { public_access = true }
    store asked: CloudSql { holds = Record }
    store dull: CloudSql { holds = Note }
    boundary net: CloudNetwork {
      store inner: CloudSql { holds = Record }
    }
  }
  expect possible PublicDatabase on asked
  expect no PublicDatabase on dull
  expect no PublicDatabase on inner
  flow eve -> drawn
  expect PublicDatabase on open
  expect no PublicDatabase on closed
  expect no PublicDatabase on quiet
  // the way is drawn, and std.web speaks about it
  expect no PublicDatabase on drawn
  expect StoreOnTheInternet on drawn
}

test "snapshots and readers" {
  data Invoice { confidentiality = Moderate }
  store given: CloudSql { holds = Invoice, snapshots_shared = true, shared_outside = true }
  store kept: CloudSql { holds = Invoice, snapshots_shared = false, shared_outside = false }
  store quiet: CloudDisk { holds = Invoice }
  expect SharedSnapshot on given
  expect no SharedSnapshot on kept
  expect no SharedSnapshot on quiet
  expect ForeignReaders on given
  expect no ForeignReaders on kept
  expect no ForeignReaders on quiet
}

test "queues" {
  process worker: Worker
  store open: CloudQueue { open_senders = true }
  store closed: CloudTopic { open_senders = false }
  store quiet: EventBus
  store unused: CloudStream { open_senders = true }
  flow worker -> open
  flow worker -> closed
  flow worker -> quiet
  expect OpenSenders on open
  expect no OpenSenders on closed
  expect no OpenSenders on quiet
  expect no OpenSenders on unused
}

test "stores that client programs ask" {
  boundary outside: Internet {
    process app: MobileApp
  }
  boundary inside: CloudAccount {
    process api: WebService
    store open: CloudDocuments + ServesClients { rules_per_user = false }
    store ruled: CloudDocuments + ServesClients { apply ClientRules }
    store quiet: CloudDocuments + ServesClients
    store behind: CloudDocuments + ServesClients { rules_per_user = false }
  }
  flow app -> open
  flow app -> ruled
  flow app -> quiet
  flow api -> behind
  expect OpenClientRules on open
  expect no OpenClientRules on ruled
  expect possible OpenClientRules on quiet
  expect no OpenClientRules on behind
}

test "links for uploads" {
  data Photo
  process app: MobileApp
  store photos: Bucket
  store films: Bucket
  store icons: Bucket
  store shown: Bucket
  flow loose: app -> photos over SignedLink { sends = Photo, bound = false }
  flow tight: app -> films over SignedLink { sends = Photo, bound = true }
  flow quiet: app -> icons over SignedLink { sends = Photo }
  flow reading: app -> shown over SignedLink { receives = Photo, bound = false }
  expect LooseUploadLink on loose
  expect no LooseUploadLink on tight
  expect possible LooseUploadLink on quiet
  expect no LooseUploadLink on reading
}
