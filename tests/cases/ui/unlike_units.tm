// E0310: a duration compared with a number
use std.web
policy P "Short" { forbid p: WebService when p.session_lifetime > p.retries }
extend process { retries: Int }
