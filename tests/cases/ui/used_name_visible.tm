// E0206: a name in a `use` line that is visible without one
use std.web { WebService, Http }
process api: WebService
