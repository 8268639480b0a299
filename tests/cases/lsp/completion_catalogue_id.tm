// completion: ids of catalogues inside strings
process a
threat A: Stride.Tampering "A" {
  on a
  references = ["CWE-319", "MYLIST 27001"]
}
threat B: Stride.Tampering "B" {
  on a
  references = ["MYLIST<|>"]
}
