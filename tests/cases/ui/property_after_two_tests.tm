// E0302: one test of a type does not undo another, also for arguments; what neither type has is refused
use std.web

type Shop: process "Shop" { baskets: Int }
fn checks(p: process) = p.input_validation

threat T: Stride.Tampering "Title" {
  on p: Shop
  when p is ClientApp and p.baskets > 3
  when exists f in p.outflows where (f.target is process and checks(f.target))
  when p.basket > 3
  likelihood = Low
  impact = Low
}
