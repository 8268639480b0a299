// completion(library): names of a package
use std.aws { RdsPos<|> }
