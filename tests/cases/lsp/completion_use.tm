// completion: packages
use std.li<|>
