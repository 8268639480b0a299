// E0303: names of types where a value is needed say of what they are types
use std.web
data Card { confidentiality = Secret }
process api: WebService { authentication = Https }
store db: Postgres { query_time_limited = WebService }
