// E0110: the id of a flow without a name, where its ends are meant
use std.web
model m "M" { scope = "all" }
actor customer "Customer"
process web: WebService "Shop" { internet_facing }
flow customer -> web over Http
accept CleartextTransport on customer..web until 2027-01-01 { by = "Security", reason = "Test system" }
