// E0206: extending a threat that is not there
use std.web
extend threat std.web.SqlInjektion { mitigated_by = [Waf] }
