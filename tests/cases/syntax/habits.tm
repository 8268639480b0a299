use std.web, std.aws
use std.data, std.gcp { CloudRun }
model shop {
  owner: "me"
  strict: true
  "scope": "all"
  records = 2,000,000
}
data Card: "Card"
flow place-order: customer -> api
flow place: web -> my-api
flow a - b
flow a <-> b
flow a -> b -> c
flow a -> [b, c]
flow [a, b] -> c
flow a -> b: Https
flow a -> b (Https)
flow a -> b via Https
flow a -> b over "Https"
place: customer -> api over Https
boundary cloud {
  processes api
  trust_boundary inner { }
  WebService web "Web"
  process a { not internet_facing }
  process b { internet-facing = true }
  process c { sends := Card }
  process d { session_lifetime = none }
}
threat A: Stride.Spoofing {
  for p in process
  if p.external
}
accept A@api until 2027-01-01 { by = "x", reason = "y" }
