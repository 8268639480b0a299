// actions: a further `use` line goes behind the others
use std.stride
process a: Fetches<|>Urls
