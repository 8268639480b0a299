// E0302: a property that only a type has
use std.web
process api { any_origin = false }
