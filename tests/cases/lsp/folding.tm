// folding: blocks, lists, comments, uses
//! One
//! two
use std.web
use std.aws

// a comment
// of two lines
process a {
  code = [
    "x",
  ]
}
process b { internet_facing }
