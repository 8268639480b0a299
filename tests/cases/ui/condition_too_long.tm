// E0512: a condition that asks for more combinations than anybody goes through is refused, whoever wrote it
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

policy Endless "Nothing is like itself and another" {
  forbid a: process when
    exists b: process where exists c: process where exists d: process where exists e: process where
      exists f: process where (a == b and c == d and e == f and a == e and c == e and a != c)
}

threat Six: Stride.Tampering "Six of a kind" {
  on a: process
  when exists b: process where exists c: process where exists d: process where exists e: process where
    exists f: process where (a == b and c == d and e == f and a == e and c == e and a != c)
  likelihood = Low
  impact = Low
}
