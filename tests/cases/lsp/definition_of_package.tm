// definition: a package is its first file
use std.w<|>eb
