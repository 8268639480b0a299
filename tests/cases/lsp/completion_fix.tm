// completion(library): the value that a fix states
threat A: Stride.Tampering "A" {
  on p: process
  fix "Ask" { p.authentication = OA<|> }
}
