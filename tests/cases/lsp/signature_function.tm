// signature: a function of a library
/// Whether one can see the other.
fn sees(a: process, b: process) = a reaches b
threat A: Stride.Tampering "A" {
  on p: process
  when sees(p, <|>
