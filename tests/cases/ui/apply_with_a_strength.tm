// E0404: an applied control with a strength of its own
use std.web
actor a
process api: WebService { apply Waf(strength = 100%), apply [RateLimit(on = api), MultiFactor(60%)] }
flow f: a -> api over Https
