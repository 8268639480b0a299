// E0310: a list has no order
use std.stride
threat T: Stride.Tampering "t" { on f: flow, when f.data.integrity > Low, likelihood = Low, impact = Low }
