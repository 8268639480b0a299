// E0303: a number without a unit where a duration is needed
use std.web
process api: WebService { session_lifetime = 30 }
