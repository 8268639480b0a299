// E0206: disabling a threat that is not there
use std.web
disable std.web.MisingWaf { reason = "Not ours." }
