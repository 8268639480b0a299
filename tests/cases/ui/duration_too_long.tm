// E0112: a duration that is too long
use std.web
process api: WebService { session_lifetime = 999999999999999d }
