// E0112: a strength that is no share
use std.web
actor a
process api: WebService { input_validation = false }
flow f: a -> api over Https
mitigate UnvalidatedInput on api with Waf(strength = -5%) { status = implemented }
