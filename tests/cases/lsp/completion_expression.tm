// completion: variables first, then functions and names
fn big(d: data) = d.confidentiality >= High
process a
threat A: Stride.Tampering "A" {
  on p: process
  when <|>
}
