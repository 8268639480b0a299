// E0307: a store of a type of processes
use std.web
store orders: WebService
