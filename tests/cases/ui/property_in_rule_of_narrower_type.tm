// E0302: a property that a narrower type has
use std.web
threat T: Stride.Tampering "Title" {
  on p: process
  when p.any_origin
  likelihood = Low
  impact = Low
}
process api
