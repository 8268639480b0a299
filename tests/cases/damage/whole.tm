//! A shop, with every kind of declaration.
use std.web
use std.aws { RdsPostgres }

model shop "Shop" { owner = "shop@example.org", appetite = Moderate, methods = [Stride], matrix = NistSp80030 }
tag pci "In scope"
enum Colour { Red "Red", Green, Blue }
scale Size { Small = 30%, Medium = 60%, Large = 100% }
extend process { colour: Colour, size: Size = Small, budget: Money, peers: [process], due: Date, retries: Int }
type Vault: process "Vault" { sealed: Bool = true, shares: Int }
type DeepVault: Vault { depth: Number, sealed = true }
matrix Grid: Size Size -> Size {
  Small  | Small  Small  Medium
  Medium | Small  Medium Large
  Large  | Medium Large  Large
}
fn outward(f: flow) = f.crosses_boundary and not f.encrypted
control Guard: process + store "Guard" { strength = 40%, reduces = Impact, cost = 1_000 EUR, satisfies = ["A 1"] }

/// Card data.
data Card "Card" { confidentiality = VeryHigh, integrity = High, records = 2_000_000, tags = [pci], was = "Pan" }
data Order "Order" { confidentiality = Moderate }
boundary internet: Internet {
  actor customer: Customer "Customer"
  external process payment: PaymentProvider "Payment"
}
boundary cloud: CloudAccount "Cloud" {
  boundary vpc: PrivateNetwork {
    process api: WebService "API" {
      internet_facing
      authentication = OAuth2
      session_lifetime = 2h
      colour = Red, peers = [vault], budget = 12_000 EUR, due = 2027-03-31
      apply [Waf, RateLimit] { status = planned, owner = "team", verified_by = [sarif("semgrep", rule = "x")] }
    }
    process vault: DeepVault { depth = 1.5, shares = 3 }
    store orders: RdsPostgres "Orders" { holds = [Order, Card], encryption_at_rest = unknown, backups = false }
  }
}
flow checkout: customer -> api over Https "Order" { sends = [Order, Card], receives = Order }
flow api -> orders over PostgresWire { sends = [Order, Card], encrypted = false }
flow api -> payment over Http { sends = Card }
flow api -> vault
view payments "Payments" { include = [api, orders, payment] }
assumption vetted "Staff are vetted"

threat Leak: Stride.InformationDisclosure "Leak" {
  on p: process
  each f in p.outflows
  when outward(f) and exists d in f.data where (d.confidentiality >= High or d.tags has pci)
  when count([g.target.boundary for g in p.outflows where g.target is store]) >= 1 or p is Vault
  when exists a: actor where (a reaches p carrying Order along h where h.encrypted)
  likelihood = if p.size == Large then High else max(f.data.confidentiality)
  impact = High
  mitigated_by = [Tls, Vpn(strength = 70%), Guard(on = f.target)]
  references = ["CWE-319"]
  message = "{p} leaks to {f.target}: {p.title}"
  fix "Encrypt" { f.encrypted = true }
}
threat Stolen: Stride.Spoofing "Stolen" { on vault, likelihood = Low, impact = High }
extend threat std.web.SqlInjection { mitigated_by = [Guard] }
disable std.web.MissingWaf { reason = "Elsewhere." }

mitigate CleartextTransport on api -> payment with Vpn { status = planned, owner = "team", ticket = "S-1" }
accept Stolen on vault until 2030-12-31 { by = "cto", reason = "Locked." }
dismiss UnencryptedAtRest on s: store when s.tags has pci or s.name == "orders" { reason = "Tokens." }
vulnerability logging on api { cve = "CVE-2021-44228" }
attacker outsider "Outsider" { starts_at = [internet], skill = Moderate }
goal steal "Steal" { attacker = outsider, target = Card, impact = VeryHigh }
policy Encrypted "Encrypted" { forbid f: flow when Card in f.data and f.source is Vault, require s: store when not s.append_only or s.backups == false }
test "leak" {
  process p
  process q
  flow f: p -> q over Http { sends = Card }
  expect no Stolen on p
  expect f.crosses_boundary == false
}
test "model" with shop { expect residual(checkout) <= VeryHigh, expect Stolen on vault }
