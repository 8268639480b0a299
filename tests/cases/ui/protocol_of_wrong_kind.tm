// E0307: a flow over something that is no protocol
use std.web
actor a
process b
flow a -> b over WebService
