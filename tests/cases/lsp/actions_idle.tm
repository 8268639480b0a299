// actions: what nothing needs can go, with its comments
use std.web
actor user

// Nobody
// said it.
tag <|>never

process api
flow user -> api
