// E0512: what one rule could not look at to the end is not taken for unknown by the next one that asks the same
use std.web

process p0: WebService
process p1: WebService
process p2: WebService
process p3: WebService
process p4: WebService
process p5: WebService
process p6: WebService
process p7: WebService
process p8: WebService
process p9: WebService
process p10: WebService
process p11: WebService
process p12: WebService
process p13: WebService
process p14: WebService
process p15: WebService
process p16: WebService
process p17: WebService
process p18: WebService
process p19: WebService

fn endless(a: process) = a == p0
  and exists b: process where exists c: process where exists d: process where exists e: process where
    exists f: process where (a == b and c == d and e == f and a == e and c == e and a != c)

threat First: Stride.Tampering "First" {
  on a: process
  when endless(a)
  likelihood = Low
  impact = Low
}

threat Second: Stride.Tampering "Second" {
  on a: process
  when endless(a)
  likelihood = Low
  impact = Low
}
