// diagnostics: what nothing needs is faded: names, properties, lines that bring nothing
//- shop/tm.toml
name = "shop"
[dependencies]
"acme.base" = { path = "../base" }
"acme.rules" = { path = "../rules" }
"acme.pages" = { path = "../pages" }
"acme.other" = { path = "../other" }
//- shop/shop.tm
use acme.base
use acme.rules
use acme.pages
use acme.other { Needed, Idle }
<|>tag never
tag often
fn never_called(p: process) = p.external
fn called(p: process) = p.external
enum Mood { Good, Bad }
enum Zone { Inside, Outside }
scale Heat { Cold = 10%, Hot = 100% }
type Nope: process
type Base: process { idle: Bool, kept: Bool = true }
type Shop: Base
control Nothing: process "Nothing" { strength = 10% }
control Wall: process "Wall" { strength = 10% }
extend process { zone: Zone }
threat Far: Stride.Tampering "Far" {
  on p: process
  when called(p) and p.zone == Outside
  likelihood = High
  impact = High
}
boundary net {
  process shop: Shop { tags = [often], apply Wall, kept }
  process side: Needed
  tag inside
}
//- base/tm.toml
name = "acme.base"
//- base/base.tm
type Server: process
//- rules/tm.toml
name = "acme.rules"
//- rules/rules.tm
threat Seen: Stride.Tampering "Seen" { on p: process, likelihood = Low, impact = Low }
//- pages/tm.toml
name = "acme.pages"
//- pages/pages.tm
type Page: process
threat Torn: Stride.Tampering "Torn" { on p: Page, likelihood = Low, impact = Low }
//- other/tm.toml
name = "acme.other"
//- other/other.tm
type Needed: process
type Idle: process
