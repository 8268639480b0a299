// E0501: extending what cannot be extended
use std.web
extend threat std.web.SqlInjection { impact = Low }
