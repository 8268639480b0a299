// E0112: a unit that is none
use std.web
process api: WebService { session_lifetime = 12weeks }
