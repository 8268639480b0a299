// links: addresses and packages
// See https://example.org/a?b=1.
use std.web
process a { code = ["http://x.example/y"] }
