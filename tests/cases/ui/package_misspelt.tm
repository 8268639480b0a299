// E0202: a misspelt package
use std.wbe
process api
