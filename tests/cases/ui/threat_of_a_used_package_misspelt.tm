// E0206: a misspelt threat of a package that `std.web` uses; its name is known here all the same
use std.web
actor visitor
process api: WebService
flow visit: visitor -> api over Https
dismiss DenialOfServise on api { reason = "Behind a limiter." }
