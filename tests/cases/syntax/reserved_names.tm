process data
process store: WebService
data flow "Flow"
flow on: a -> b
fn test(x: Bool) = x
fn f(model: Bool) = model
threat any: Stride.Spoofing "x" { on process: process }
boundary true
use std.web as and
enum E { in, One }
