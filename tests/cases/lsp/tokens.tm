// tokens: names by what they mean
//! A shop.
use std.web
tag old "Old"
data Order { confidentiality = High, tags = old }
boundary cloud: PrivateNetwork {
  process api: WebService "API" { apply Waf }
}
actor me
flow f: me -> api over Https { sends = Order }
threat A: Stride.Tampering "A" {
  on p: process
  when p.inflows.source has me and count(p.inflows) > 2
  likelihood = Low
  impact = Low
}
accept A on api until 2027-01-01 { by = "me", reason = """Two
lines""" }
