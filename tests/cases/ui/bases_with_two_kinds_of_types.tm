// E0306: bases that are types of different kinds
use std.web
type Hybrid: WebService + SqlDatabase "Hybrid"
