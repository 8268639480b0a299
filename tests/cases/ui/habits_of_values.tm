// E0112, E0302, E0303: words of other languages, and lists of lists
use std.web
data Card "Card"
actor customer
process api: WebService {
  name = "API"
  title = "API"
  apply = Waf
  session_lifetime = 24 h
}
flow customer -> api { sends = "Card" }
threat Long: Stride.Spoofing "Long" {
  on p: process
  when p.inflows.length > 3
  likelihood = Low
  impact = Low
}
threat Nested: Stride.Spoofing "Nested" {
  on p: process
  when max([f.data.confidentiality for f in p.inflows]) > High
  likelihood = Low
  impact = Low
}
