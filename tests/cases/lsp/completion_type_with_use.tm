// completion(library): a type of another package brings its `use` line
//! The shop.
use std.web

process a: Worke<|>
