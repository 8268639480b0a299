// E0302: one test of a type does not undo another, also for arguments; what neither type has is refused

type App: process "App" { screens: Int }
type Shop: process "Shop" { baskets: Int }
fn checks(p: process) = p.input_validation

threat T: Stride.Tampering "Title" {
  on p: Shop
  when p is App and p.baskets > p.screens
  when exists f in p.outflows where (f.target is process and checks(f.target))
  when p.basket > 3
  likelihood = Low
  impact = Low
}
