// E0302: an empty list in the first branch says nothing about the members of the other one
use std.web

process api: WebService
store db: SqlDatabase
flow f: api -> db over PostgresWire

fn goes_on(f: flow) = if f.source is actor then [] else f.target.inflows

threat Wrong: Stride.Tampering "Wrong" {
  on f: flow
  when exists g in goes_on(f) where (g.encryptd)
  likelihood = Low
  impact = Low
}
