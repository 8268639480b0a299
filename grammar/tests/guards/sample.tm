//! One of everything.
use std.web
use std.aws { RdsPostgres } // trailing
use acme.payments as pay

/// A shop.
model shop "Shop" {
  owner = "a@b.c", appetite = Moderate

  // own line
  scope = """
    Several
      lines.
  """
}
tag pci "PCI"
data Card: PersonalData "Card" { confidentiality = High, records = 2_000_000, tags = [pci] }
boundary net: Internet {
  external process pay: Provider "P"
  process api: WebService + Uploads "API" {
    internet_facing
    apply [Waf, RateLimit] { status = planned }
    code = ["a/**", "b"]
    on = 1
  }
}
flow buy: customer -> api over Https "Buy" { sends = [Order, Card], receives = Order }
flow api -> pay.gateway
enum E "e" { One "first", Two }
scale L { Low = 20%, High = 99.5% }
extend flow { encrypted: Bool = unknown, inherited data: [data + store] }
matrix M: L L -> L {
  Low  | Low High
  High | High over
}
control C: flow + store { cost = 1_000 EUR, reduces = Impact }
threat T: Stride.Spoofing "t" {
  on f: flow
  each d in f.data
  when not f.encrypted and (f.a or f.b != 3 + -2 * 4) or d is not Card
  likelihood = if f.x >= 90d then High else if f.source is actor then Low else max(f.data.level)
  impact = count([x.y for x in f.data where (x.z)]) / 2 - 1
  when exists p: process where (p reaches f.source carrying Card along g where (g.c) through n where (n.d))
  mitigated_by = [Tls(strength = 40%, on = f.target), Vpn,]
  fix "F" { f.encrypted = true }
}
extend threat a.T { impact = High }
disable a.T { reason = "r" }
fn g(x: flow, ys: [data]) = all y in ys where known(y.a)
accept T on buy until 2027-03-31 { by = "me" }
dismiss T on e: process when e.tags has pci { reason = "no" }
mitigate T on api -> pay with [C(strength = 10%)] { status = planned }
attack a "A" toward b { any { step T on api, step "x" { p = 1 } }, all { step U on c } }
policy P { forbid f: flow when f.a, require p: process when p.b }
test "t" with shop { expect possible T on f, expect no T on api, expect residual(buy) <= Moderate }
