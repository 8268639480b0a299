//! What reaches into the app: what fires, what stays silent.
use std.web

test "links" {
  process loose: MobileApp + OpensFromLinks { links_verified = false }
  process strict: MobileApp + OpensFromLinks { apply VerifiedLinks }
  process quiet: MobileApp + OpensFromLinks
  expect HijackedLink on loose
  expect no HijackedLink on strict
  expect possible HijackedLink on quiet
}

test "parts offered to other apps" {
  process loose: AndroidApp + OffersComponents { callers_checked = false }
  process strict: AndroidApp + OffersComponents { apply CheckedCallers }
  process quiet: AndroidApp + OffersComponents
  expect OpenComponent on loose
  expect no OpenComponent on strict
  expect possible OpenComponent on quiet
}

test "pages inside the app" {
  process loose: MobileApp + EmbedsWebView { foreign_pages = true, script_bridge = true }
  process own: MobileApp + EmbedsWebView { script_bridge = true, apply ConfinedWebView }
  process mute: MobileApp + EmbedsWebView { foreign_pages = true, script_bridge = false }
  process quiet: MobileApp + EmbedsWebView
  expect PageCallsApp on loose
  expect no PageCallsApp on own
  expect no PageCallsApp on mute
  expect possible PageCallsApp on quiet
}

test "libraries of others" {
  process app: MobileApp
  process adverts: EmbeddedSdk
  process charts: EmbeddedSdk
  external process broker: AnalyticsProvider
  flow a: app -> adverts
  flow b: app -> charts
  flow c: adverts -> broker
  external process maps: EmbeddedSdk
  flow d: app -> maps
  expect LibraryReadsAlong on d // it is drawn as theirs
  expect LibraryReadsAlong on a
  expect no LibraryReadsAlong on b
}

test "push messages" {
  data Balance { confidentiality = High }
  data Knock { confidentiality = VeryLow }
  process bank
  external process push: PushService
  flow a: bank -> push { sends = [Balance, Knock] }
  expect TalkativePush on a.Balance
  expect no TalkativePush on a.Knock
}
