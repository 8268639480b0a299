// completion: names of a package
use std.aws { Rds<|> }
