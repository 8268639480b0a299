// : a function of one's own may be called as one that the library calls inside: that is no circle
use std.web

fn straight_from_untrusted(f: flow) = from_untrusted(f)

process api: WebService
store db: SqlDatabase
flow f: api -> db over PostgresWire { sends = [] }

threat Straight: Stride.Tampering "Straight" {
  on f: flow
  when straight_from_untrusted(f)
  likelihood = Low
  impact = Low
}
