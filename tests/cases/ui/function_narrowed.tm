// E0303: what a function takes is tested for before it is called, or not
type Pod: process { ready: Bool }
fn idle(p: Pod) = not p.ready

threat Idle: Stride.Tampering "Tested for" {
  on n: boundary
  when exists e in n.elements where (e is Pod and idle(e))
  likelihood = Low
  impact = Low
  message = "{n}"
}

threat Wrong: Stride.Tampering "Tested for something else" {
  on n: boundary
  when exists e in n.elements where (e is store and idle(e))
  likelihood = Low
  impact = Low
  message = "{n}"
}
